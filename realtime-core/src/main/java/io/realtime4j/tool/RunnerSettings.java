package io.realtime4j.tool;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.SessionExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all sessions of a runner share.
 */
record RunnerSettings(Executor executor, Executor listenerExecutor, ScheduledExecutorService scheduler, ToolSet tools,
		Duration timeout, Duration approvalTimeout, int maxOutputLength, ToolErrorFormatter formatter,
		List<ToolListener> listeners, ListenerErrorHandler errorHandler) {

	/**
	 * Create what the calls of a session share.
	 */
	ToolCallContext contextOf(VoiceSession session, ToolOutputPort port) {
		EventLane events = new EventLane(
				new ListenerLane<>(session, this.listeners, RunnerSettings::tell, this.errorHandler),
				this.listenerExecutor);
		return new ToolCallContext(this, SessionExecutor.of(session, this.executor),
				new ToolOutputs(session.id(), port, this.scheduler), new Approvals(this, events),
				new DroppedResults(events), events, ConcurrentHashMap.newKeySet());
	}

	private static void tell(ToolListener listener, VoiceSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof ToolEvent event) {
			listener.onToolEvent(session, event);
		}
	}

	Future<?> schedule(Duration delay, Runnable action) {
		try {
			return this.scheduler.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The scheduler is shut down, and the session will end
			return CompletableFuture.completedFuture(null);
		}
	}

	String format(ToolCall call, ToolOutcome.Failure failure) {
		try {
			return Objects.requireNonNull(this.formatter.format(call, failure), "The formatter says nothing");
		}
		catch (Throwable ex) {
			return message(failure);
		}
	}

	private static String message(ToolOutcome.Failure failure) {
		try {
			return failure.message();
		}
		catch (Throwable ex) {
			// The exception of a tool has a message of its own making
			return ToolOutcome.Failed.MESSAGE;
		}
	}

}
