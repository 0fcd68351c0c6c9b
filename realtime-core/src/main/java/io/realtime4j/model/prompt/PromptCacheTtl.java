package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Time to live of a prompt cache. Open: a value that is not among the constants is kept
 * as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record PromptCacheTtl(@JsonValue String value) {

	/**
	 * 30 minutes.
	 */
	public static final PromptCacheTtl THIRTY_MINUTES = new PromptCacheTtl("30m");

	/**
	 * 12 hours.
	 */
	public static final PromptCacheTtl TWELVE_HOURS = new PromptCacheTtl("12h");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PromptCacheTtl {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
