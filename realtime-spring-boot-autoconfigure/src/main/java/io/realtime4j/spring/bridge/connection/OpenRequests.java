package io.realtime4j.spring.bridge.connection;

import java.util.concurrent.CompletableFuture;

/**
 * Internal limit of the number of requests of a page that have not been answered.
 */
public final class OpenRequests {

	/**
	 * Nobody asks so much at once.
	 */
	static final int MAX = 8;

	private int open;

	/**
	 * Take one more request.
	 * @throws InvalidCommandException if too many are not answered yet
	 */
	public synchronized void begin() {
		if (this.open >= MAX) {
			throw new InvalidCommandException("busy", "Too many requests are waiting for an answer.");
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
