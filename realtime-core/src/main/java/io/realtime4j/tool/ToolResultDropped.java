package io.realtime4j.tool;

/**
 * Event published when a tool ended after its call had been answered without it. Its
 * result was dropped.
 *
 * @param call the call
 * @since 0.1.0
 */
public record ToolResultDropped(ToolCall call) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.result.dropped";
	}

}
