package io.realtime4j.spring.context;

import java.util.function.UnaryOperator;

/**
 * Internal strategy that captures what belongs to a thread, for another one.
 */
@FunctionalInterface
public interface ThreadContext {

	/**
	 * Capture what belongs to the current thread.
	 * @return makes of a task one that has it
	 */
	UnaryOperator<Runnable> capture();

}
