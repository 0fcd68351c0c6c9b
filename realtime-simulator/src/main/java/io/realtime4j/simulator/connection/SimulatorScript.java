package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.realtime4j.simulator.time.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Script of steps that happen in order, each once, on whichever connection reaches them.
 *
 * @since 0.1.0
 */
public final class SimulatorScript {

	private final Queue<ScriptStep> steps;

	private final Signal signal = new Signal();

	private int passed;

	private int left;

	SimulatorScript(List<ScriptStep> steps) {
		this.steps = new ArrayDeque<>(steps);
		this.left = steps.size();
	}

	/**
	 * Return whether all steps happened.
	 * @return {@code false} while one is to come
	 */
	public boolean isComplete() {
		synchronized (this.steps) {
			return this.left == 0;
		}
	}

	/**
	 * Wait until all steps happened.
	 * @param timeout how long to wait
	 * @throws IllegalStateException if one did not happen in time
	 */
	public void awaitComplete(Duration timeout) {
		this.signal.await(() -> (isComplete()) ? Boolean.TRUE : null, timeout,
				() -> "Not all steps happened, but the next is '" + next() + "',");
	}

	/**
	 * Take the step that is due when an event passes.
	 * @param passage where it passes
	 * @param type the wire type of the event
	 * @return the step, to be performed once, or {@code null} if none is due
	 */
	@Nullable ScriptStep due(ScriptStep.Passage passage, String type) {
		synchronized (this.steps) {
			ScriptStep next = this.steps.peek();
			if (next == null || !next.moment().matches(passage, type) || ++this.passed < next.moment().count()) {
				return null;
			}
			this.passed = 0;
			return this.steps.remove();
		}
	}

	/**
	 * Say that a step happened.
	 */
	void happened() {
		synchronized (this.steps) {
			this.left--;
		}
		this.signal.changed();
	}

	private @Nullable ScriptStep next() {
		synchronized (this.steps) {
			return this.steps.peek();
		}
	}

}
