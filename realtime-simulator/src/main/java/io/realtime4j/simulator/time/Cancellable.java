package io.realtime4j.simulator.time;

/**
 * Something planned that can be called off.
 */
@FunctionalInterface
public interface Cancellable {

	/**
	 * Call it off; has no effect once it began.
	 */
	void cancel();

}
