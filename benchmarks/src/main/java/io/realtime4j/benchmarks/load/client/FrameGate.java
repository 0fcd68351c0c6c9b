package io.realtime4j.benchmarks.load.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens when as many frames have come as are expected.
 */
final class FrameGate {

	private final AtomicLong received = new AtomicLong();

	private volatile long expected;

	private volatile long end;

	private volatile CountDownLatch latch = new CountDownLatch(1);

	/**
	 * Expect frames, besides those that have come.
	 * @param frames how many
	 */
	void expect(int frames) {
		this.latch = new CountDownLatch(1);
		this.expected = this.received.get() + frames;
	}

	/**
	 * A frame has come.
	 */
	void pass() {
		if (this.received.incrementAndGet() == this.expected) {
			this.end = System.nanoTime();
			this.latch.countDown();
		}
	}

	/**
	 * Wait for the last frame.
	 * @param timeout the longest to wait
	 * @return when it came, by {@link System#nanoTime()}
	 */
	long await(Duration timeout) {
		try {
			if (!this.latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(
						"Of " + this.expected + " frames only " + this.received.get() + " came within " + timeout);
			}
			return this.end;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for frames", ex);
		}
	}

	/**
	 * Return how many frames have come.
	 * @return the number
	 */
	long received() {
		return this.received.get();
	}

}
