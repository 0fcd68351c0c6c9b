package io.realtime4j.spring.bridge;

import java.util.concurrent.CompletableFuture;

/**
 * Counts the answers that a page waits for, and bounds them.
 */
final class OpenRequests {

	/**
	 * Nobody asks so much at once.
	 */
	static final int MAX = 8;

	private int open;

	/**
	 * Take one more request.
	 * @throws InvalidCommandException if too many are not answered yet
	 */
	synchronized void begin() {
		if (this.open >= MAX) {
			throw new InvalidCommandException("busy", "Too much waits for an answer.");
		}
		this.open++;
	}

	/**
	 * Note that a request was answered, or never will be.
	 */
	synchronized void end() {
		this.open = Math.max(0, this.open - 1);
	}

	/**
	 * Note that a request is answered when its future completes.
	 * @param answer the future
	 */
	void endWith(CompletableFuture<?> answer) {
		answer.whenComplete((result, failure) -> end());
	}

}
