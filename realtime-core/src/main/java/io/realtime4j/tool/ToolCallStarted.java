package io.realtime4j.tool;

/**
 * Event published when a tool starts to run.
 *
 * @param call the call
 * @since 0.1.0
 */
public record ToolCallStarted(ToolCall call) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.call.started";
	}

}
