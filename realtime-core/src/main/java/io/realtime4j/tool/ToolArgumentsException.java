package io.realtime4j.tool;

import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;

/**
 * Exception thrown when the arguments of a call do not fit the tool. The message tells
 * the model what is wrong, so that it can call again.
 *
 * @since 0.1.0
 */
public class ToolArgumentsException extends ToolException {

	/**
	 * Create an exception.
	 * @param problem what is wrong, such as {@code guests must be an integer}
	 */
	public ToolArgumentsException(String problem) {
		super(problem);
	}

	/**
	 * Return an exception that says where a value did not fit, without the names of Java
	 * types.
	 * @param ex the exception of Jackson
	 * @return the exception
	 */
	public static ToolArgumentsException of(JacksonException ex) {
		String path = ex.getPath()
			.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? "." + reference.getPropertyName()
					: "[" + reference.getIndex() + "]")
			.collect(Collectors.joining());
		String subject = path.startsWith(".") ? path.substring(1) : "the arguments" + path;
		return new ToolArgumentsException(
				subject + (path.isEmpty() ? " do" : " does") + " not have a value of the right form");
	}

}
