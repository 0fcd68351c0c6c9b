package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Length of the answers of a model. Open: a value that is not among the constants is kept
 * as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Verbosity(@JsonValue String value) {

	/**
	 * Short.
	 */
	public static final Verbosity LOW = new Verbosity("low");

	/**
	 * Neither short nor long.
	 */
	public static final Verbosity MEDIUM = new Verbosity("medium");

	/**
	 * Long.
	 */
	public static final Verbosity HIGH = new Verbosity("high");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Verbosity {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
