package io.realtime4j.spring.bridge.connection;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.spring.bridge.access.TokenBucket;

/**
 * Internal limit of the requests of a page: of those that have not been answered, and of
 * how many are made in a second, since each may cost a long answer. Thread-safe.
 */
public final class OpenRequests {

	/**
	 * Nobody asks so much at once.
	 */
	static final int MAX = 8;

	private static final int PER_SECOND = 5;

	private static final int BURST = 4 * PER_SECOND;

	private final TokenBucket pace;

	private int open;

	/**
	 * Create a limit.
	 * @param clock the clock
	 */
	public OpenRequests(InstantSource clock) {
		this.pace = new TokenBucket(PER_SECOND, BURST, clock);
	}

	/**
	 * Take one more request.
	 * @throws InvalidCommandException if too many are not answered yet, or were made
	 * within a short time
	 */
	public synchronized void begin() {
		if (this.open >= MAX) {
			throw new InvalidCommandException("busy", "Too many requests are waiting for an answer.");
		}
		if (!this.pace.take(1)) {
			throw new InvalidCommandException("busy", "Too many requests were made within a few seconds.");
		}
		this.open++;
	}

	/**
	 * Note that a request was answered, or never will be.
	 */
	public synchronized void end() {
		this.open = Math.max(0, this.open - 1);
	}

	/**
	 * Note that a request is answered when its future completes.
	 * @param answer the future
	 */
	public void endWith(CompletableFuture<?> answer) {
		answer.whenComplete((result, failure) -> end());
	}

}
