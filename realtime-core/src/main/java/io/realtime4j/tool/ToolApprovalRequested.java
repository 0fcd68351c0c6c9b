package io.realtime4j.tool;

/**
 * Event published when a call waits for the application's approval: of one of its own
 * tools, or of a tool of a hosted MCP server ({@code mcp_approval_request}).
 *
 * @param approval decides it, by any thread and at any time until it is over
 * @since 0.1.0
 */
public record ToolApprovalRequested(ToolApproval approval) implements ToolEvent {

	@Override
	public String type() {
		return "realtime4j.tool.approval.requested";
	}

}
