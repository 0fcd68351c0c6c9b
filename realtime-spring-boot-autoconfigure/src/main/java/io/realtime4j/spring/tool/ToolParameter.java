package io.realtime4j.spring.tool;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;

/**
 * A parameter of a method that is a tool.
 */
interface ToolParameter {

	@Nullable Object resolve(ToolCall call);

	static ToolParameter of(MethodParameter parameter, JsonMapper json, ToolLocation location) {
		if (VoiceSession.class.isAssignableFrom(parameter.getParameterType())) {
			return new SessionParameter(parameter.getParameterType().asSubclass(VoiceSession.class));
		}
		if (parameter.getParameterType() == ToolCall.class) {
			return (call) -> call;
		}
		return ModelParameter.of(parameter, json, location);
	}

	/**
	 * The session in which the model calls.
	 *
	 * @param type the kind of session that the method takes
	 */
	record SessionParameter(Class<? extends VoiceSession> type) implements ToolParameter {

		@Override
		public Object resolve(ToolCall call) {
			return this.type.cast(call.session());
		}

	}

}
