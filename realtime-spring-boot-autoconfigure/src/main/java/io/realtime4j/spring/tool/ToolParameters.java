package io.realtime4j.spring.tool;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.tool.ToolDefinitionException.ToolLocation;
import io.realtime4j.spring.tool.ToolParameter.SessionParameter;
import io.realtime4j.tool.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;

/**
 * The parameters of a method that is a tool.
 */
final class ToolParameters {

	private final List<ToolParameter> all;

	private final Class<? extends VoiceSession> sessionType;

	private ToolParameters(List<ToolParameter> all, Class<? extends VoiceSession> sessionType) {
		this.all = List.copyOf(all);
		this.sessionType = sessionType;
	}

	static ToolParameters of(Method method, Class<?> type, JsonMapper json, ToolLocation location) {
		DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
		List<ToolParameter> parameters = new ArrayList<>();
		for (int i = 0; i < KotlinMethods.parameterCount(method); i++) {
			MethodParameter parameter = new MethodParameter(method, i).withContainingClass(type);
			parameter.initParameterNameDiscovery(names);
			parameters.add(ToolParameter.of(parameter, json, location));
		}
		return new ToolParameters(parameters, sessionType(parameters, location));
	}

	private static Class<? extends VoiceSession> sessionType(List<ToolParameter> parameters, ToolLocation location) {
		Class<? extends VoiceSession> narrowest = VoiceSession.class;
		for (ToolParameter parameter : parameters) {
			if (parameter instanceof SessionParameter session && !session.type().isAssignableFrom(narrowest)) {
				if (!narrowest.isAssignableFrom(session.type())) {
					throw new ToolDefinitionException(location,
							"takes a " + narrowest.getSimpleName() + " and a " + session.type().getSimpleName()
									+ ", but is called in one session",
							"Take one of them, or a VoiceSession, which every session is.", null);
				}
				narrowest = session.type();
			}
		}
		return narrowest;
	}

	/**
	 * Return the kind of session that the method can be called in.
	 */
	Class<? extends VoiceSession> sessionType() {
		return this.sessionType;
	}

	/**
	 * Return the parameters that the model provides.
	 */
	List<ModelParameter> ofModel() {
		return this.all.stream().filter(ModelParameter.class::isInstance).map(ModelParameter.class::cast).toList();
	}

	@Nullable Object[] bind(ToolCall call) {
		@Nullable Object[] arguments = new @Nullable Object[this.all.size()];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = this.all.get(i).resolve(call);
		}
		return arguments;
	}

}
