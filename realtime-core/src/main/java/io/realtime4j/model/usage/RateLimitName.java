package io.realtime4j.model.usage;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Name of a rate limit, which says what is counted. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record RateLimitName(@JsonValue String value) {

	/**
	 * Requests.
	 */
	public static final RateLimitName REQUESTS = new RateLimitName("requests");

	/**
	 * Tokens.
	 */
	public static final RateLimitName TOKENS = new RateLimitName("tokens");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RateLimitName {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
