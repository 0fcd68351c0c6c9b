package io.realtime4j.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Internal {@link Timeline} that follows the system clock on its own daemon threads.
 */
public final class SystemTimeline implements Timeline, AutoCloseable {

	private static final int MIN_THREADS = 2;

	private static final long CLOSE_SECONDS = 5;

	private final ScheduledThreadPoolExecutor threads;

	/**
	 * Create a new {@link SystemTimeline} instance.
	 */
	public SystemTimeline() {
		int count = Math.max(MIN_THREADS, Runtime.getRuntime().availableProcessors());
		this.threads = new ScheduledThreadPoolExecutor(count, (task) -> {
			Thread thread = new Thread(task, "realtime-simulator");
			// Tomcat takes threads with its own class loader for leaks of the application
			thread.setContextClassLoader(SystemTimeline.class.getClassLoader());
			thread.setDaemon(true);
			return thread;
		});
		this.threads.setRemoveOnCancelPolicy(true);
	}

	@Override
	public Instant now() {
		return Instant.now();
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		try {
			Future<?> future = this.threads.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
			return () -> future.cancel(false);
		}
		catch (RejectedExecutionException ex) {
			return () -> {
			};
		}
	}

	@Override
	public Executor executor() {
		return (task) -> {
			try {
				this.threads.execute(task);
			}
			catch (RejectedExecutionException ex) {
				// closed: nobody waits for the task any more
			}
		};
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		try {
			this.threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
