package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Length of the account of what a model thinks. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ReasoningSummary(@JsonValue String value) {

	/**
	 * As much as the model can tell.
	 */
	public static final ReasoningSummary AUTO = new ReasoningSummary("auto");

	/**
	 * A few words.
	 */
	public static final ReasoningSummary CONCISE = new ReasoningSummary("concise");

	/**
	 * All that matters.
	 */
	public static final ReasoningSummary DETAILED = new ReasoningSummary("detailed");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReasoningSummary {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
