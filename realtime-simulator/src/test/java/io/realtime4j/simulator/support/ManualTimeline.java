package io.realtime4j.simulator.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

import io.realtime4j.simulator.time.Cancellable;
import io.realtime4j.simulator.time.Timeline;

/**
 * A timeline that moves when a test says so, on the thread of the test.
 */
public final class ManualTimeline implements Timeline {

	private final PriorityQueue<Planned> planned = new PriorityQueue<>(
			Comparator.comparing(Planned::at).thenComparingLong(Planned::order));

	private final Queue<Runnable> ready = new ArrayDeque<>();

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	private long count;

	@Override
	public Instant now() {
		return this.now;
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		Planned entry = new Planned(this.now.plus(delay), this.count++, task);
		this.planned.add(entry);
		return () -> this.planned.remove(entry);
	}

	@Override
	public Executor executor() {
		return this.ready::add;
	}

	/**
	 * Let time pass.
	 * @param duration how much
	 */
	public void advance(Duration duration) {
		Instant end = this.now.plus(duration);
		settle();
		while (!this.planned.isEmpty() && !this.planned.peek().at().isAfter(end)) {
			Planned entry = this.planned.remove();
			this.now = entry.at();
			entry.task().run();
			settle();
		}
		this.now = end;
	}

	/**
	 * Do what can be done without time passing.
	 */
	public void settle() {
		for (Runnable task = this.ready.poll(); task != null; task = this.ready.poll()) {
			task.run();
		}
	}

	private record Planned(Instant at, long order, Runnable task) {
	}

}
