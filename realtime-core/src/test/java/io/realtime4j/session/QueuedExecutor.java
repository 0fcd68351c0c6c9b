package io.realtime4j.session;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * An executor that runs nothing until a test says so, on the thread of the test.
 */
public class QueuedExecutor implements Executor {

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	private boolean rejecting;

	@Override
	public synchronized void execute(Runnable task) {
		if (this.rejecting) {
			throw new RejectedExecutionException("no room");
		}
		this.tasks.add(task);
	}

	public synchronized void rejecting(boolean rejecting) {
		this.rejecting = rejecting;
	}

	public synchronized int size() {
		return this.tasks.size();
	}

	// Take the tasks, so that a test can run them at another time
	public synchronized void drainTo(Collection<Runnable> others) {
		others.addAll(this.tasks);
		this.tasks.clear();
	}

	public boolean runNext() {
		Runnable task;
		synchronized (this) {
			task = this.tasks.poll();
		}
		if (task != null) {
			task.run();
		}
		return task != null;
	}

	// Run the newest task, and let those before it wait
	public void runLast() {
		Runnable task;
		synchronized (this) {
			task = this.tasks.removeLast();
		}
		task.run();
	}

	public void runAll() {
		boolean more = true;
		while (more) {
			more = runNext();
		}
	}

}
