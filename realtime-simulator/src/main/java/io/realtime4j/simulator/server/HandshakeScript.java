package io.realtime4j.simulator.server;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * The handshakes that tests want to be refused, in order.
 */
public final class HandshakeScript {

	private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

	/**
	 * Refuse one handshake.
	 * @param status the HTTP status
	 * @param retryAfterSeconds the value of {@code Retry-After}, or {@code null} for none
	 */
	public void refuse(int status, @Nullable Long retryAfterSeconds) {
		this.refusals.add(new Refusal(status, retryAfterSeconds));
	}

	@Nullable Refusal next() {
		return this.refusals.poll();
	}

	/**
	 * How to refuse a handshake.
	 *
	 * @param status the HTTP status
	 * @param retryAfterSeconds the value of {@code Retry-After}, or {@code null} for none
	 */
	record Refusal(int status, @Nullable Long retryAfterSeconds) {
	}

}
