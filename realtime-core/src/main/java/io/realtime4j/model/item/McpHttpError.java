package io.realtime4j.model.item;

import java.util.Objects;

/**
 * Error when the MCP server could not be reached, {@code http_error}.
 *
 * @param code the HTTP status
 * @param message what went wrong
 * @since 0.1.0
 */
public record McpHttpError(long code, String message) implements McpCallError {

	/**
	 * Create a new {@link McpHttpError} instance.
	 */
	public McpHttpError {
		Objects.requireNonNull(message, "'message' must not be null");
	}

	@Override
	public String type() {
		return "http_error";
	}

}
