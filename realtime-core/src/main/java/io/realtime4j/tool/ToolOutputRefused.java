package io.realtime4j.tool;

import io.realtime4j.model.error.RealtimeError;

/**
 * Event published when the server refused the output of a call, after
 * {@link ToolCallFinished}. A short note was sent instead of the output.
 *
 * @param call the call
 * @param error what the server said
 * @since 0.1.0
 */
public record ToolOutputRefused(ToolCall call, RealtimeError error) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.output.refused";
	}

}
