package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Kind of microphone that noise reduction is tuned for. Open: a value that is not among
 * the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record NoiseReductionType(@JsonValue String value) {

	/**
	 * A microphone close to the mouth, such as a headset.
	 */
	public static final NoiseReductionType NEAR_FIELD = new NoiseReductionType("near_field");

	/**
	 * A microphone at a distance, such as that of a laptop.
	 */
	public static final NoiseReductionType FAR_FIELD = new NoiseReductionType("far_field");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public NoiseReductionType {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
