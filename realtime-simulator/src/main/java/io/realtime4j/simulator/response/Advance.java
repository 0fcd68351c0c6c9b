package io.realtime4j.simulator.response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Event that an output item waits for after a step.
 *
 * @param delay how long to wait
 * @param ready what to wait for after that, or {@code null} for nothing
 * @param done whether the item is complete
 */
record Advance(Duration delay, @Nullable CompletableFuture<?> ready, boolean done) {

	static Advance after(Duration delay) {
		return new Advance(delay, null, false);
	}

	static Advance when(CompletableFuture<?> ready, Duration delay) {
		return new Advance(delay, ready, false);
	}

	static Advance complete() {
		return new Advance(Duration.ZERO, null, true);
	}

}
