package io.realtime4j.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Kind of output that the model gives. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Modality(@JsonValue String value) {

	/**
	 * Text only.
	 */
	public static final Modality TEXT = new Modality("text");

	/**
	 * Speech, with its transcript.
	 */
	public static final Modality AUDIO = new Modality("audio");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Modality {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
