package io.realtime4j.tool;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
		Duration timeout, Duration approvalTimeout, int maxOutputLength, ToolErrorFormatter formatter,
		List<ToolCallInterceptor> interceptors, List<ToolListener> listeners, ListenerErrorHandler errorHandler) {

	/**
	 * Execute a call, within the interceptors.
	 */
	CompletionStage<ToolResult> execute(ToolCall call, CallableTool tool) throws Exception {
		ToolCallInterceptor.Execution execution = () -> tool.call(call);
		for (int i = this.interceptors.size() - 1; i >= 0; i--) {
			ToolCallInterceptor interceptor = this.interceptors.get(i);
			ToolCallInterceptor.Execution inner = execution;
			execution = () -> interceptor.intercept(call, inner);
		}
		return execution.proceed();
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
