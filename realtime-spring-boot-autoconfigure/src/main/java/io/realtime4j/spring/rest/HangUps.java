package io.realtime4j.spring.rest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Internal requests that end calls at the service: a call that nobody ends goes on
 * without its session, and costs money. A request that fails for the moment is made
 * again, up to three times within ten seconds or so.
 *
 * @since 0.1.0
 */
public final class HangUps {

	private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2),
			Duration.ofSeconds(4));

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private final Executor executor;

	private final Later later;

	/**
	 * Create requests.
	 * @param executor waits for the service
	 * @param later runs a task after a delay, on any thread
	 */
	public HangUps(Executor executor, Later later) {
		this.executor = executor;
		this.later = later;
	}

	/**
	 * End a call.
	 * @param request asks the service, and waits for its answer
	 * @return completes when the call is over, whoever ended it; fails with what the last
	 * request failed with
	 */
	public CompletableFuture<@Nullable Void> hangUp(Runnable request) {
		CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
		attempt(request, 0, over);
		return over;
	}

	private void attempt(Runnable request, int attempt, CompletableFuture<@Nullable Void> over) {
		try {
			this.executor.execute(() -> ask(request, attempt, over));
		}
		catch (RejectedExecutionException ex) {
			over.completeExceptionally(ex);
		}
	}

	private void ask(Runnable request, int attempt, CompletableFuture<@Nullable Void> over) {
		try {
			request.run();
			over.complete(null);
		}
		catch (RealtimeRestException ex) {
			if (is(ex, HttpStatus.NOT_FOUND)) {
				over.complete(null);
			}
			else if (attempt < PAUSES.size() && isForTheMoment(ex)) {
				again(request, attempt, ex, over);
			}
			else {
				over.completeExceptionally(ex);
			}
		}
		catch (Throwable ex) {
			over.completeExceptionally(ex);
		}
	}

	private void again(Runnable request, int attempt, RealtimeRestException failure,
			CompletableFuture<@Nullable Void> over) {
		try {
			this.later.run(() -> attempt(request, attempt + 1, over), pause(attempt, failure.retryAfter()));
		}
		catch (RejectedExecutionException ex) {
			over.completeExceptionally(failure);
		}
	}

	private static Duration pause(int attempt, @Nullable Duration asked) {
		Duration own = PAUSES.get(attempt);
		if (asked == null || asked.compareTo(own) < 0) {
			return own;
		}
		return (asked.compareTo(LONGEST_PAUSE) < 0) ? asked : LONGEST_PAUSE;
	}

	private static boolean isForTheMoment(RealtimeRestException ex) {
		return ex.status() == null || ex.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()
				|| is(ex, HttpStatus.TOO_MANY_REQUESTS) || is(ex, HttpStatus.REQUEST_TIMEOUT);
	}

	private static boolean is(RealtimeRestException ex, HttpStatus status) {
		return ex.status() != null && ex.status() == status.value();
	}

	/**
	 * Runs tasks later.
	 */
	@FunctionalInterface
	public interface Later {

		/**
		 * Run a task after a delay.
		 * @param task the task, which does not block
		 * @param delay the delay
		 * @throws RejectedExecutionException if nothing runs any more
		 */
		void run(Runnable task, Duration delay);

	}

}
