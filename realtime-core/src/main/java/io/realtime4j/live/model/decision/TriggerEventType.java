package io.realtime4j.live.model.decision;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An event of the server on which questions are decided. Open: a value that is not among
 * the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TriggerEventType(@JsonValue String value) {

	/**
	 * The user said something.
	 */
	public static final TriggerEventType SESSION_INPUT_TRANSCRIPT_DELTA = new TriggerEventType(
			"session.input_transcript.delta");

	/**
	 * The model said something.
	 */
	public static final TriggerEventType SESSION_OUTPUT_TRANSCRIPT_DELTA = new TriggerEventType(
			"session.output_transcript.delta");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TriggerEventType {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
