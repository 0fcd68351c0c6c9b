package io.realtime4j.simulator.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Internal lane that runs the tasks of one session in order, one at a time, on the
 * threads of a {@link Timeline}.
 */
public final class Lane implements Executor {

	private static final int TASKS_PER_TURN = 32;

	private final Timeline timeline;

	private final Consumer<RuntimeException> failures;

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private boolean running;

	private boolean closed;

	/**
	 * Create a new {@link Lane} instance.
	 * @param timeline gives time and threads
	 * @param failures told when a task throws; the next task runs all the same
	 */
	public Lane(Timeline timeline, Consumer<RuntimeException> failures) {
		this.timeline = timeline;
		this.failures = failures;
	}

	@Override
	public void execute(Runnable task) {
		synchronized (this.tasks) {
			if (this.closed) {
				return;
			}
			this.tasks.add(task);
			if (this.running) {
				return;
			}
			this.running = true;
		}
		this.timeline.executor().execute(this::drain);
	}

	/**
	 * Run a task on this lane later.
	 * @param delay how much later
	 * @param task what to run
	 * @return a handle to call it off
	 */
	public Cancellable schedule(Duration delay, Runnable task) {
		return this.timeline.schedule(delay, () -> execute(task));
	}

	/**
	 * Return the timeline of this lane.
	 * @return the timeline
	 */
	public Timeline timeline() {
		return this.timeline;
	}

	/**
	 * Forget the tasks that wait and take no more.
	 */
	public void close() {
		synchronized (this.tasks) {
			this.closed = true;
			this.tasks.clear();
		}
	}

	private void drain() {
		for (int i = 0; i < TASKS_PER_TURN; i++) {
			Runnable task = next();
			if (task == null) {
				return;
			}
			run(task);
		}
		this.timeline.executor().execute(this::drain);
	}

	private void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException ex) {
			this.failures.accept(ex);
		}
	}

	private @Nullable Runnable next() {
		synchronized (this.tasks) {
			Runnable task = this.tasks.poll();
			this.running = (task != null);
			return task;
		}
	}

}
