package io.realtime4j.guardrail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;

/**
 * Settings that all judged sessions share.
 */
record GuardrailSettings(Executor executor, ScheduledExecutorService scheduler, List<RealtimeGuardrail> guardrails,
		int everyCharacters, Duration timeout, FailurePolicy policy, SafeReply reply, List<GuardrailListener> listeners,
		ListenerErrorHandler errorHandler) {

	/**
	 * Return these settings with another executor.
	 */
	GuardrailSettings on(Executor other) {
		return new GuardrailSettings(other, this.scheduler, this.guardrails, this.everyCharacters, this.timeout,
				this.policy, this.reply, this.listeners, this.errorHandler);
	}

	/**
	 * Return the lane on which the listeners hear of a session.
	 */
	EventLane eventsOf(VoiceSession session) {
		return new EventLane(new ListenerLane<>(session, this.listeners, (listener, owner, message, json) -> {
			if (message instanceof GuardrailEvent event) {
				listener.onGuardrailEvent(owner, event);
			}
		}, this.errorHandler), this.executor);
	}

	Future<?> schedule(Runnable action) {
		try {
			return this.scheduler.schedule(action, this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The scheduler is shut down, and the session will end
			return CompletableFuture.completedFuture(null);
		}
	}

}
