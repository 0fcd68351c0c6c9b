package io.realtime4j.conversation;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Entry for a call of a tool and its output: a function of the application, or a tool of
 * a hosted MCP server.
 *
 * @param itemId the id of the item of the call
 * @param callId the id of the call, or {@code null} of hosted tools
 * @param server the label of the MCP server, or {@code null} of the application's
 * functions
 * @param name the name of the tool, empty if the server did not say it
 * @param arguments the arguments as JSON text, empty while they stream
 * @param output the output as text, JSON or not, or {@code null} as long as there is none
 * @param restored whether it was said again to the server after a reconnect
 * @since 0.1.0
 */
public record ToolCallEntry(String itemId, @Nullable String callId, @Nullable String server, String name,
		String arguments, @Nullable String output, boolean restored) implements ConversationEntry {

	/**
	 * Create a new {@link ToolCallEntry} instance.
	 */
	public ToolCallEntry {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
		Objects.requireNonNull(name, "'name' must not be null");
		Objects.requireNonNull(arguments, "'arguments' must not be null");
	}

}
