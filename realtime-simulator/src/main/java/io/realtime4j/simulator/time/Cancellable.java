package io.realtime4j.simulator.time;

/**
 * Handle to cancel something that is scheduled.
 */
@FunctionalInterface
public interface Cancellable {

	/**
	 * Cancel the task; has no effect once it has started.
	 */
	void cancel();

}
