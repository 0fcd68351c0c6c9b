package io.realtime4j.session.engine;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Execution of the work of one session: its control lane and its protocol run under the
 * lock of the session, completions of futures on listener threads.
 */
final class SessionExecution {

	private final ReentrantLock lock = new ReentrantLock();

	private final SessionExecutor listenerExecutor;

	SessionExecution(SessionExecutor listenerExecutor) {
		this.listenerExecutor = listenerExecutor;
	}

	SessionExecutor listenerExecutor() {
		return this.listenerExecutor;
	}

	/**
	 * Run something under the lock.
	 */
	void run(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Run something under the lock, and return its result.
	 */
	<T extends @Nullable Object> T call(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Run something on a listener thread, without the lock.
	 */
	void async(Runnable action) {
		async(action, this.listenerExecutor);
	}

	/**
	 * Run something on a thread of an executor, without the lock.
	 */
	void async(Runnable action, SessionExecutor executor) {
		try {
			executor.execute(action);
		}
		catch (RejectedExecutionException ex) {
			// The executor is shut down: better on this thread than never
			executor.run(action);
		}
	}

	/**
	 * Assert that the current thread holds the lock. Costs nothing unless the JVM runs
	 * with assertions, as tests do.
	 */
	void assertHeld() {
		assert this.lock.isHeldByCurrentThread() : "The lock of the session must be held";
	}

}
