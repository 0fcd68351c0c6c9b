package io.realtime4j.live.tool;

import java.util.concurrent.Executor;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.SessionExecutor;

/**
 * Where the delegations of one session are worked on.
 *
 * @param session the session
 * @param settings the settings of the application
 * @param executor runs handlers in the context of the session
 * @param events tells listeners
 * @param connected tells the server
 */
record DelegationContext(LiveSession session, DelegationRunnerSettings settings, Executor executor, EventLane events,
		ConnectedActions connected) {

	static DelegationContext of(LiveSession session, DelegationRunnerSettings settings) {
		return new DelegationContext(session, settings, SessionExecutor.of(session, settings.executor()),
				settings.eventsOf(session), new ConnectedActions());
	}

}
