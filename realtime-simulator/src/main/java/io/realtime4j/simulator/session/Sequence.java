package io.realtime4j.simulator.session;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Steps of a session that take time, one after another in the order in which they were
 * added. To be used on the lane of the session only.
 */
final class Sequence {

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean busy;

	/**
	 * Take a step when all steps before it are done.
	 * @param step begins the step; {@link #done()} has to follow, unless it throws
	 */
	void add(Runnable step) {
		this.waiting.add(step);
		next();
	}

	/**
	 * Go on, as the present step is done.
	 */
	void done() {
		this.busy = false;
		next();
	}

	/**
	 * Forget the steps that have not begun.
	 */
	void clear() {
		this.waiting.clear();
	}

	private void next() {
		Runnable step = (this.busy) ? null : this.waiting.poll();
		if (step == null) {
			return;
		}
		this.busy = true;
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			done();
			throw ex;
		}
	}

}
