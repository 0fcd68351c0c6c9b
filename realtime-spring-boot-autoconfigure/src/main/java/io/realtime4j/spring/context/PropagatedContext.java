package io.realtime4j.spring.context;

import java.util.function.UnaryOperator;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.realtime4j.session.context.SessionContext;

/**
 * Internal context that has what belongs to the thread which created the session, as far
 * as a {@code ThreadLocalAccessor} knows it: the current observation with its trace, the
 * user of Spring Security, and what else is registered.
 */
public final class PropagatedContext implements SessionContext, ThreadContext {

	private final ContextSnapshotFactory snapshots;

	/**
	 * Create a new {@link PropagatedContext} instance.
	 * @param snapshots captures what belongs to a thread
	 */
	public PropagatedContext(ContextSnapshotFactory snapshots) {
		this.snapshots = snapshots;
	}

	@Override
	public UnaryOperator<Runnable> begin(String sessionId) {
		return capture();
	}

	@Override
	public UnaryOperator<Runnable> capture() {
		ContextSnapshot snapshot = this.snapshots.captureAll();
		return snapshot::wrap;
	}

}
