package io.realtime4j.model.response;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Conversation that a response belongs to. Open: a value that is not among the constants
 * is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ResponseConversation(@JsonValue String value) {

	/**
	 * The conversation of the session.
	 */
	public static final ResponseConversation AUTO = new ResponseConversation("auto");

	/**
	 * None: the response is outside of the conversation and adds no items to it.
	 */
	public static final ResponseConversation NONE = new ResponseConversation("none");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ResponseConversation {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
