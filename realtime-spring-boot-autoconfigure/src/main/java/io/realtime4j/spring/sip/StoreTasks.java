package io.realtime4j.spring.sip;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs what asks the store of calls, and tells once when that begins to fail.
 */
final class StoreTasks {

	private static final Log logger = LogFactory.getLog(StoreTasks.class);

	private final AtomicBoolean failing = new AtomicBoolean();

	private final Executor executor;

	StoreTasks(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Run something soon.
	 * @param task what to run, which may block and fail
	 * @return whether it is going to run: not when the application stops
	 */
	boolean submit(Runnable task) {
		try {
			this.executor.execute(() -> attempt(task));
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	private void attempt(Runnable task) {
		try {
			task.run();
			this.failing.set(false);
		}
		catch (RuntimeException ex) {
			if (this.failing.compareAndSet(false, true)) {
				logger.warn("The store of calls fails: calls may not outlive their node", ex);
			}
		}
	}

}
