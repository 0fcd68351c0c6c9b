package io.realtime4j.benchmarks.load.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits in programs that measure real time.
 */
public final class Pause {

	private static final Duration STEP = Duration.ofMillis(100);

	private Pause() {
	}

	/**
	 * Wait.
	 * @param time how long
	 */
	public static void of(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	/**
	 * Wait for something.
	 * @param condition what to wait for, asked now and then
	 * @param longest the longest to wait
	 * @return whether it came about
	 */
	public static boolean until(BooleanSupplier condition, Duration longest) {
		long end = System.nanoTime() + longest.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			of(STEP);
		}
		return true;
	}

}
