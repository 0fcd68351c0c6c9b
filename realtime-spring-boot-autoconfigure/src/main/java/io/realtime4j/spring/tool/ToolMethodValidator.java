package io.realtime4j.spring.tool;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * Strategy for validating the arguments of a call against the constraints of the method.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ToolMethodValidator {

	/**
	 * Validate arguments.
	 * @param bean the bean that has the method
	 * @param method the method
	 * @param arguments the arguments
	 * @throws io.realtime4j.tool.ToolArgumentsException if they violate a constraint,
	 * with a message from which the model can correct itself
	 */
	void validate(Object bean, Method method, @Nullable Object[] arguments);

}
