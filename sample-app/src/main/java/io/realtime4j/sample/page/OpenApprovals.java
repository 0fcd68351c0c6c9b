package io.realtime4j.sample.page;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.tool.SessionTools;
import io.realtime4j.tool.ToolApproval;
import io.realtime4j.tool.ToolApprovalDecided;
import io.realtime4j.tool.ToolApprovalRequested;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Shows what the model may only do if somebody approves.
 */
@Component
class OpenApprovals {

	private final LivePages pages;

	private final RealtimeSession session;

	OpenApprovals(LivePages pages, RealtimeSession session) {
		this.pages = pages;
		this.session = session;
	}

	@EventListener
	void on(ToolApprovalRequested event) {
		show(event.approval(), true);
	}

	@EventListener
	void on(ToolApprovalDecided event) {
		show(event.approval(), false);
	}

	void decide(String id, boolean approve) {
		ToolApproval approval = SessionTools.of(this.session)
			.pendingApprovals()
			.stream()
			.filter((pending) -> pending.id().equals(id))
			.findFirst()
			.orElse(null);
		Assert.notNull(approval, "That is decided already");
		if (approve) {
			approval.approve();
		}
		else {
			approval.reject("The front desk said no.");
		}
	}

	private void show(ToolApproval approval, boolean open) {
		this.pages.show(PageMessage.lasting("approval", approval.id(),
				new Question(approval.id(), approval.toolName(), approval.argumentsText(), open)));
	}

	/**
	 * What is to be decided.
	 *
	 * @param id the id of the call
	 * @param tool the tool that would be called
	 * @param arguments what it would be called with, as JSON
	 * @param open whether it is still to be decided
	 */
	record Question(String id, String tool, String arguments, boolean open) {

	}

}
