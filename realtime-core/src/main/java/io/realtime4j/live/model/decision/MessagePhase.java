package io.realtime4j.live.model.decision;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Phase of a message of the assistant. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record MessagePhase(@JsonValue String value) {

	/**
	 * It was on the way to it.
	 */
	public static final MessagePhase COMMENTARY = new MessagePhase("commentary");

	/**
	 * It was.
	 */
	public static final MessagePhase FINAL_ANSWER = new MessagePhase("final_answer");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MessagePhase {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
