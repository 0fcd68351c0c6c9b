package io.realtime4j.simulator.time;

/**
 * Handle to cancel something that is scheduled.
 */
@FunctionalInterface
public interface Cancellable {

	/**
	 * Call it off; has no effect once it began.
	 */
	void cancel();

}
