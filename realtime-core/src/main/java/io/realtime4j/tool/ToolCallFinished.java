package io.realtime4j.tool;

import java.time.Duration;

/**
 * Event published when a call has its output, which is being sent to the model unless the
 * outcome is that it could not be sent or that the session has ended. It is published
 * once for each call, whether it started or not.
 *
 * @param call the call
 * @param outcome how it ended
 * @param elapsed the time since the call was whole
 * @since 0.1.0
 */
public record ToolCallFinished(ToolCall call, ToolOutcome outcome, Duration elapsed) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.call.finished";
	}

}
