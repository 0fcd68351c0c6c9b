package io.realtime4j.tool;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import io.realtime4j.session.engine.EventLane;

/**
 * The calls of a session that wait for approval.
 */
final class Approvals {

	private final Set<ToolApproval> pending = ConcurrentHashMap.newKeySet();

	private final RunnerSettings settings;

	private final EventLane events;

	Approvals(RunnerSettings settings, EventLane events) {
		this.settings = settings;
		this.events = events;
	}

	List<ToolApproval> pending() {
		return List.copyOf(this.pending);
	}

	/**
	 * Request an approval. The action runs on the thread that decides, and must not
	 * block.
	 */
	void request(ToolApproval approval, Consumer<ToolDecision> action) {
		this.pending.add(approval);
		this.events.publish(new ToolApprovalRequested(approval));
		approval.whenDecided((decision) -> {
			this.pending.remove(approval);
			this.events.publish(new ToolApprovalDecided(approval, decision));
			action.accept(decision);
		});
		Duration timeout = approval.timeout();
		Future<?> timer = this.settings.schedule(timeout, () -> approval.decide(ToolDecision.Kind.TIMED_OUT, null));
		approval.whenDecided((decision) -> timer.cancel(false));
	}

}
