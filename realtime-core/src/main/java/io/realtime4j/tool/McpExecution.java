package io.realtime4j.tool;

import java.util.Map;

import io.realtime4j.model.item.McpApprovalResponse;

/**
 * One call of a tool of a hosted MCP server that needs approval. The service carries it
 * out; all that is to be answered is whether it may.
 */
final class McpExecution implements OpenCall {

	private final CallContext context;

	private final ResponseCalls response;

	private final ToolApproval approval;

	private volatile boolean ended;

	McpExecution(CallContext context, ResponseCalls response, ToolApproval approval) {
		this.context = context;
		this.response = response;
		this.approval = approval;
	}

	void begin() {
		this.context.approvals().request(this.approval, this::answer);
	}

	private void answer(ToolDecision decision) {
		this.context.open().remove(this);
		boolean withdrawn = decision.kind() == ToolDecision.Kind.WITHDRAWN;
		if (!this.ended) {
			this.context.answers()
				.send(new McpApprovalResponse(null, this.approval.id(), decision.approved(), decision.reason(),
						Map.of()));
		}
		if (this.response.answered(this, !this.ended, !withdrawn)) {
			this.context.answers().followUp();
		}
	}

	@Override
	public void interrupt() {
		this.approval.decide(ToolDecision.Kind.WITHDRAWN, null);
	}

	@Override
	public void end() {
		this.ended = true;
		interrupt();
	}

}
