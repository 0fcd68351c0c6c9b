package io.realtime4j.tool;

import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Call of a tool by the model, created from an item {@code function_call}.
 *
 * @param session the session in which the model calls
 * @param responseId the id of the response that holds the call
 * @param itemId the id of the item, or {@code null} if the server gave none
 * @param callId the id that the output of the call has to name
 * @param name the name of the tool
 * @param argumentsText the arguments as the model wrote them, which may be no JSON at all
 * @param arguments the arguments as an object, empty if they cannot be read; to be
 * treated as immutable
 * @since 0.1.0
 */
public record ToolCall(VoiceSession session, String responseId, @Nullable String itemId, String callId, String name,
		String argumentsText, JsonNode arguments) {

	/**
	 * Return the arguments as a value of a type that Jackson can read.
	 * @param <T> the type
	 * @param type the type
	 * @return the value
	 * @throws ToolArgumentsException if they do not fit the type, with a message from
	 * which the model can correct itself
	 */
	public <T> T argumentsAs(Class<T> type) {
		try {
			return JsonMapper.shared().treeToValue(this.arguments, type);
		}
		catch (JacksonException ex) {
			throw ToolArgumentsException.of(ex);
		}
	}

	ToolCall withArguments(JsonNode arguments) {
		return new ToolCall(this.session, this.responseId, this.itemId, this.callId, this.name, this.argumentsText,
				arguments);
	}

	/**
	 * Return a text without the arguments, which may be confidential.
	 */
	@Override
	public String toString() {
		return "ToolCall[name=" + this.name + ", callId=" + this.callId + ", responseId=" + this.responseId
				+ ", session=" + this.session.id() + "]";
	}

}
