package io.realtime4j.spring.tool;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolResult;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.annotation.ReflectiveProcessor;

/**
 * Makes tools work in native images: the method is called, and what it takes and gives is
 * bound, by reflection.
 */
class ToolMethodReflectiveProcessor implements ReflectiveProcessor {

	private final BindingReflectionHintsRegistrar bindings = new BindingReflectionHintsRegistrar();

	@Override
	public void registerReflectionHints(ReflectionHints hints, AnnotatedElement element) {
		if (element instanceof Method method) {
			hints.registerMethod(method, ExecutableMode.INVOKE);
			List<Type> types = List.of(method.getGenericParameterTypes());
			for (Type type : types.subList(0, Math.min(types.size(), KotlinMethods.parameterCount(method)))) {
				if (type != ToolCall.class
						&& !(type instanceof Class<?> raw && VoiceSession.class.isAssignableFrom(raw))) {
					this.bindings.registerReflectionHints(hints, type);
				}
			}
			if (method.getReturnType() != void.class && method.getReturnType() != ToolResult.class) {
				this.bindings.registerReflectionHints(hints, method.getGenericReturnType());
			}
		}
	}

}
