package io.realtime4j.session.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Watches one thing at a time. Not thread-safe: the session calls it under its lock.
 */
final class SessionTimer {

	private final ScheduledExecutorService scheduler;

	private @Nullable Future<?> running;

	SessionTimer(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	void start(Duration delay, Runnable action) {
		stop();
		try {
			this.running = this.scheduler.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The scheduler is shut down, and so will the session be
			this.running = null;
		}
	}

	void stop() {
		Future<?> current = this.running;
		if (current != null) {
			current.cancel(false);
			this.running = null;
		}
	}

}
