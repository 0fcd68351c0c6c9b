package io.realtime4j.spring.websocket;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A moment until which all steps of something must be done together.
 *
 * @param nanoTime the moment, on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {

	static Deadline in(Duration time) {
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	<T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(Math.max(0, this.nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
	}

}
