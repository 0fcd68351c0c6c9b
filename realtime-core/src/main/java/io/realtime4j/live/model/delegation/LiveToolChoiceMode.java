package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A rule for whether tools are called. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record LiveToolChoiceMode(@JsonValue String value) implements LiveToolChoice {

	/**
	 * The model decides.
	 */
	public static final LiveToolChoiceMode AUTO = new LiveToolChoiceMode("auto");

	/**
	 * No tool is called.
	 */
	public static final LiveToolChoiceMode NONE = new LiveToolChoiceMode("none");

	/**
	 * The model has to call one.
	 */
	public static final LiveToolChoiceMode REQUIRED = new LiveToolChoiceMode("required");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LiveToolChoiceMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
