package io.realtime4j.session.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lock of one session, under which its control lane and its protocol run.
 */
final class SessionLock {

	private final ReentrantLock lock = new ReentrantLock();

	void run(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

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
	 * Assert that the current thread holds the lock. Costs nothing unless the JVM runs
	 * with assertions, as tests do.
	 */
	void assertHeld() {
		assert this.lock.isHeldByCurrentThread() : "The lock of the session must be held";
	}

}
