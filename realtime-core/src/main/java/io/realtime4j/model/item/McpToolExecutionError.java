package io.realtime4j.model.item;

import java.util.Objects;

/**
 * Error when the tool itself failed, {@code tool_execution_error}.
 *
 * @param message what went wrong
 * @since 0.1.0
 */
public record McpToolExecutionError(String message) implements McpCallError {

	/**
	 * Create a new {@link McpToolExecutionError} instance.
	 */
	public McpToolExecutionError {
		Objects.requireNonNull(message, "'message' must not be null");
	}

	@Override
	public String type() {
		return "tool_execution_error";
	}

}
