package io.realtime4j.tool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.realtime4j.session.ListenerErrorHandler;

/**
 * Settings that all sessions of a runner share.
 */
record RunnerSettings(Executor executor, Executor listenerExecutor, ScheduledExecutorService scheduler, ToolSet tools,
		Duration timeout, Duration approvalTimeout, ToolErrorFormatter formatter, List<ToolListener> listeners,
		ListenerErrorHandler errorHandler) {

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
			return this.formatter.format(call, failure);
		}
		catch (RuntimeException ex) {
			return failure.message();
		}
	}

}
