package io.realtime4j.spring.tool;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a method that is annotated with
 * {@link RealtimeTool @RealtimeTool} cannot be a tool.
 *
 * @since 0.1.0
 */
public class ToolDefinitionException extends IllegalStateException {

	private final String action;

	ToolDefinitionException(ToolLocation location, String problem, String action, @Nullable Throwable cause) {
		super("@RealtimeTool " + location + " " + problem, cause);
		this.action = action;
	}

	/**
	 * Return what to do about it.
	 * @return the action
	 */
	public String getAction() {
		return this.action;
	}

	/**
	 * A tool, or one parameter of it, by all that one needs to find it.
	 *
	 * @param beanName the name of the bean
	 * @param method the method
	 * @param parameter the parameter by its name and type, or {@code null} for the method
	 */
	record ToolLocation(String beanName, Method method, @Nullable String parameter) {

		ToolLocation at(String parameter) {
			return new ToolLocation(this.beanName, this.method, parameter);
		}

		@Override
		public String toString() {
			String text = "method '" + this.method.toGenericString() + "' of bean '" + this.beanName + "'";
			return (this.parameter != null) ? "parameter " + this.parameter + " of " + text : text;
		}

	}

}
