package io.realtime4j.tool;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event in the course of a tool call. It is never sent or received.
 *
 * @since 0.1.0
 */
public sealed interface ToolEvent extends RealtimeMessage permits ToolCallStarted, ToolCallFinished, ToolResultDropped,
		ToolOutputRefused, ToolApprovalRequested, ToolApprovalDecided, McpToolsListed {

	@Override
	default @Nullable String eventId() {
		return null;
	}

}
