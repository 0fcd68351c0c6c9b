package io.realtime4j.simulator.server;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * Internal script of handshakes that are refused or delayed, in order.
 */
public final class HandshakeScript {

	private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

	private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();

	/**
	 * Refuse one handshake.
	 * @param status the HTTP status
	 * @param retryAfterSeconds the value of {@code Retry-After}, or {@code null} for none
	 */
	public void refuse(int status, @Nullable Long retryAfterSeconds) {
		this.refusals.add(new Refusal(status, retryAfterSeconds));
	}

	/**
	 * Answer one handshake late, whether it is refused or not.
	 * @param delay how late
	 */
	public void delay(Duration delay) {
		this.delays.add(delay);
	}

	/**
	 * Forget what was scripted.
	 */
	public void clear() {
		this.refusals.clear();
		this.delays.clear();
	}

	@Nullable Refusal nextRefusal() {
		return this.refusals.poll();
	}

	Duration nextDelay() {
		Duration delay = this.delays.poll();
		return (delay != null) ? delay : Duration.ZERO;
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
