package io.realtime4j.simulator.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Internal signal that lets tests wait for a condition without polling.
 *
 * @since 0.1.0
 */
public final class Signal {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/**
	 * Say that something changed, so that those who wait look again.
	 */
	public void changed() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wait until something is there.
	 * @param <T> what is waited for
	 * @param probe looks for it, and returns {@code null} while it is not there
	 * @param timeout how long to wait
	 * @param complaint what to say if it does not come
	 * @return what was waited for
	 * @throws IllegalStateException if it did not come in time, or the thread was
	 * interrupted
	 */
	public <T> T await(Supplier<@Nullable T> probe, Duration timeout, Supplier<String> complaint) {
		long left = timeout.toNanos();
		this.lock.lock();
		try {
			T found = probe.get();
			while (found == null && left > 0) {
				left = this.changed.awaitNanos(left);
				found = probe.get();
			}
			if (found == null) {
				throw new IllegalStateException(
						complaint.get() + " within " + TimeUnit.NANOSECONDS.toMillis(timeout.toNanos()) + " ms");
			}
			return found;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
