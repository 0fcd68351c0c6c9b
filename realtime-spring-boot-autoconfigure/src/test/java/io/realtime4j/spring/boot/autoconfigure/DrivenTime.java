package io.realtime4j.spring.boot.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/**
 * A scheduler whose clock stands still until a test moves it.
 */
public final class DrivenTime extends Clock implements TaskScheduler {

	private final List<Task> tasks = new ArrayList<>();

	private long scheduled;

	private volatile Instant now = Instant.EPOCH;

	public void advance(Duration duration) {
		Instant target = this.now.plus(duration);
		for (Task next = next(target); next != null; next = next(target)) {
			this.now = next.at;
			next.run();
		}
		this.now = target;
	}

	private synchronized @Nullable Task next(Instant target) {
		this.tasks.removeIf(FutureTask::isDone);
		Task next = this.tasks.stream()
			.filter((task) -> !task.at.isAfter(target))
			.min(Comparator.comparing((task) -> task.at))
			.orElse(null);
		this.tasks.remove(next);
		return next;
	}

	synchronized int pending() {
		this.tasks.removeIf(FutureTask::isDone);
		return this.tasks.size();
	}

	// Return how many tasks were scheduled ever
	synchronized long scheduled() {
		return this.scheduled;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public Clock getClock() {
		return this;
	}

	@Override
	public synchronized ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		Task scheduled = new Task(task, startTime);
		this.tasks.add(scheduled);
		this.scheduled++;
		return scheduled;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		throw new UnsupportedOperationException();
	}

	private final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {

		private final Instant at;

		Task(Runnable task, Instant at) {
			super(task, null);
			this.at = at;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(Duration.between(DrivenTime.this.now, this.at));
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
		}

	}

}
