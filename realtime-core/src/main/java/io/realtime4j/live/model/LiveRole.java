package io.realtime4j.live.model;

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
public record LiveRole(@JsonValue String value) {

	/**
	 * The application.
	 */
	public static final LiveRole DEVELOPER = new LiveRole("developer");

	/**
	 * The application, in the words of older models.
	 */
	public static final LiveRole SYSTEM = new LiveRole("system");

	/**
	 * The user.
	 */
	public static final LiveRole USER = new LiveRole("user");

	/**
	 * The model.
	 */
	public static final LiveRole ASSISTANT = new LiveRole("assistant");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LiveRole {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
