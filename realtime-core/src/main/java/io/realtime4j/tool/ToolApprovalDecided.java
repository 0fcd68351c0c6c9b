package io.realtime4j.tool;

/**
 * Event published when a call no longer waits for approval.
 *
 * @param approval what was to be decided
 * @param decision what was decided
 * @since 0.1.0
 */
public record ToolApprovalDecided(ToolApproval approval, ToolDecision decision) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.approval.decided";
	}

}
