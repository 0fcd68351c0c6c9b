package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Eagerness of the model to respond. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Eagerness(@JsonValue String value) {

	/**
	 * Waits longer.
	 */
	public static final Eagerness LOW = new Eagerness("low");

	/**
	 * In between.
	 */
	public static final Eagerness MEDIUM = new Eagerness("medium");

	/**
	 * Responds as soon as it can.
	 */
	public static final Eagerness HIGH = new Eagerness("high");

	/**
	 * The service decides.
	 */
	public static final Eagerness AUTO = new Eagerness("auto");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Eagerness {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
