package io.realtime4j.tool;

import java.util.Map;
import java.util.Objects;

import io.realtime4j.model.item.McpApprovalResponse;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool of a hosted MCP server that needs approval. The service carries it
 * out; all that is to be answered is whether it may.
 */
final class McpExecution implements OpenCall {

	private final ToolCallContext context;

	private final ResponseCalls response;

	private final ToolApproval approval;

	private volatile boolean ended;

	McpExecution(ToolCallContext context, ResponseCalls response, ToolApproval approval) {
		this.context = context;
		this.response = response;
		this.approval = approval;
	}

	void begin() {
		this.context.approvals().request(this.approval, this::answer);
	}

	private void answer(ToolDecision decision) {
		boolean withdrawn = decision.kind() == ToolDecision.Kind.WITHDRAWN;
		if (this.ended) {
			conclude(false, withdrawn);
			return;
		}
		ToolOutput reason = ToolOutput.of(Objects.requireNonNullElse(decision.reason(), ""),
				this.context.settings().maxOutputLength());
		this.context.answers()
			.sendSmall(response(decision, (decision.reason() != null) ? reason.text() : null),
					(error) -> conclude(error == null, withdrawn));
	}

	private McpApprovalResponse response(ToolDecision decision, @Nullable String reason) {
		return new McpApprovalResponse(null, this.approval.id(), decision.approved(), reason, Map.of());
	}

	private void conclude(boolean answered, boolean withdrawn) {
		this.context.open().remove(this);
		if (this.response.answered(this, answered, !withdrawn)) {
			this.context.answers().followUp(this.response::settle);
		}
		else {
			this.response.settle();
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
