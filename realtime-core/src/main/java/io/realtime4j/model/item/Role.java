package io.realtime4j.model.item;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Role of the author of a message. Open: a value that is not among the constants is kept
 * as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record Role(@JsonValue String value) {

	/**
	 * The application, guiding the model.
	 */
	public static final Role SYSTEM = new Role("system");

	/**
	 * The user.
	 */
	public static final Role USER = new Role("user");

	/**
	 * The model.
	 */
	public static final Role ASSISTANT = new Role("assistant");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Role {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
