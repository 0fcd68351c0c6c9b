package io.realtime4j.live.tool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all sessions of a runner share.
 */
record DelegationRunnerSettings(Executor executor, Executor listenerExecutor, ScheduledExecutorService scheduler,
		@Nullable DelegationHandler handler, Duration timeout, Duration settleTime, int maxRunning,
		List<DelegationListener> listeners, ListenerErrorHandler errorHandler) {

	DelegationRunnerSettings {
		listeners = List.copyOf(listeners);
	}

	EventLane eventsOf(LiveSession session) {
		return new EventLane(
				new ListenerLane<>(session, this.listeners, DelegationRunnerSettings::tell, this.errorHandler),
				this.listenerExecutor);
	}

	private static void tell(DelegationListener listener, LiveSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof DelegationEvent event) {
			listener.onDelegationEvent(session, event);
		}
	}

	/**
	 * Return the timer, or {@code null} if the scheduler is shut down, and the session
	 * will end.
	 */
	@Nullable Future<?> schedule(Duration delay, Runnable action) {
		try {
			return this.scheduler.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			return null;
		}
	}

}
