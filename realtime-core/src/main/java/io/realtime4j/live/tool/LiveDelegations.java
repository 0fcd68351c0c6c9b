package io.realtime4j.live.tool;

import java.util.Collection;
import java.util.List;

import io.realtime4j.live.session.LiveSession;

/**
 * Work that the model of one session has delegated to the application. May be used by any
 * thread.
 *
 * @since 0.1.0
 */
public final class LiveDelegations {

	private final Collection<? extends DelegatedTask> open;

	LiveDelegations(Collection<? extends DelegatedTask> open) {
		this.open = open;
	}

	/**
	 * Return the delegated work of a session.
	 * @param session the session
	 * @return its work
	 * @throws IllegalStateException if the client of the session has no
	 * {@link DelegationRunner}
	 */
	public static LiveDelegations of(LiveSession session) {
		LiveDelegations delegations = session.feature(LiveDelegations.class);
		if (delegations == null) {
			throw new IllegalStateException("The client of session " + session.id() + " has no DelegationRunner");
		}
		return delegations;
	}

	/**
	 * Return the work that is not over, such as to cancel it when the user no longer
	 * wants it.
	 * @return a copy, in no order
	 */
	public List<DelegatedTask> running() {
		return this.open.stream().filter((task) -> !task.isOver()).map(DelegatedTask.class::cast).toList();
	}

}
