package io.realtime4j.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Time of the simulator: a clock, a timer, and threads. Tests can provide one that they
 * drive by hand.
 */
public interface Timeline {

	/**
	 * Return the current time.
	 * @return the present instant
	 */
	Instant now();

	/**
	 * Run a task later.
	 * @param delay how much later
	 * @param task what to run
	 * @return a handle to call it off
	 */
	Cancellable schedule(Duration delay, Runnable task);

	/**
	 * Return the threads on which work is done.
	 * @return an executor
	 */
	Executor executor();

}
