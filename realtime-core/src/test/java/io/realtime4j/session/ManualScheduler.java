package io.realtime4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A scheduler whose clock stands still until a test moves it. Tasks run on the thread
 * that moves the clock.
 */
public class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

	private final List<Task> tasks = new ArrayList<>();

	private long now;

	private boolean shutdown;

	public void advance(Duration duration) {
		long target = this.now + duration.toNanos();
		for (Task next = next(target); next != null; next = next(target)) {
			this.now = Math.max(this.now, next.at);
			next.run();
		}
		this.now = target;
	}

	public Duration elapsed() {
		return Duration.ofNanos(this.now);
	}

	public synchronized int pending() {
		this.tasks.removeIf(FutureTask::isDone);
		return this.tasks.size();
	}

	private synchronized Task next(long target) {
		Task next = this.tasks.stream()
			.filter((task) -> !task.isDone() && task.at <= target)
			.min(Comparator.comparingLong((task) -> task.at))
			.orElse(null);
		this.tasks.remove(next);
		return next;
	}

	@Override
	public synchronized ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		if (this.shutdown) {
			throw new RejectedExecutionException("shut down");
		}
		Task task = new Task(command, this.now + unit.toNanos(delay));
		this.tasks.add(task);
		return task;
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period,
			TimeUnit unit) {
		Task task = (Task) schedule(command, initialDelay, unit);
		task.period = unit.toNanos(period);
		return task;
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void execute(Runnable command) {
		schedule(command, 0, TimeUnit.NANOSECONDS);
	}

	@Override
	public synchronized void shutdown() {
		this.shutdown = true;
	}

	@Override
	public List<Runnable> shutdownNow() {
		shutdown();
		return List.of();
	}

	@Override
	public synchronized boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return isShutdown();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) {
		return isShutdown();
	}

	private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

		private long at;

		// Zero for a task that runs once
		private long period;

		private Task(Runnable command, long at) {
			super(command, null);
			this.at = at;
		}

		@Override
		public void run() {
			if (this.period == 0) {
				super.run();
			}
			else if (runAndReset()) {
				this.at += this.period;
				synchronized (ManualScheduler.this) {
					ManualScheduler.this.tasks.add(this);
				}
			}
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - ManualScheduler.this.now, TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

}
