package io.realtime4j.model.item;

import java.util.Objects;

/**
 * Error when the MCP server violated the protocol, {@code protocol_error}.
 *
 * @param code the code of the MCP error
 * @param message what went wrong
 * @since 0.1.0
 */
public record McpProtocolError(long code, String message) implements McpCallError {

	/**
	 * Create a new {@link McpProtocolError} instance.
	 */
	public McpProtocolError {
		Objects.requireNonNull(message, "'message' must not be null");
	}

	@Override
	public String type() {
		return "protocol_error";
	}

}
