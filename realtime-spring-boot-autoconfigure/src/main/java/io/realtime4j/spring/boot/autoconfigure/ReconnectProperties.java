package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;

/**
 * Properties for reconnecting lost connections.
 *
 * @since 0.1.0
 */
public class ReconnectProperties {

	/**
	 * Whether a session goes on with another connection when it loses its own.
	 */
	private boolean enabled = true;

	/**
	 * Largest number of attempts in a row.
	 */
	private int maxAttempts = 30;

	/**
	 * Longest delay before the first attempt. Each delay is chosen at random up to a
	 * bound that doubles with each attempt.
	 */
	private Duration initialDelay = Duration.ofMillis(500);

	/**
	 * Longest delay before an attempt.
	 */
	private Duration maxDelay = Duration.ofSeconds(30);

	/**
	 * Longest input audio that waits for the connection, or is sent again after it broke.
	 * Older audio is dropped.
	 */
	private Duration bufferedAudio = Duration.ofSeconds(5);

	/**
	 * Whether a fresh connection takes over before the server ends the session for its
	 * age.
	 */
	private boolean handOver = true;

	/**
	 * How long before the server's limit the fresh connection takes over, as soon as
	 * nobody speaks.
	 */
	private Duration handOverBefore = Duration.ofSeconds(60);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public Duration getInitialDelay() {
		return this.initialDelay;
	}

	public void setInitialDelay(Duration initialDelay) {
		this.initialDelay = initialDelay;
	}

	public Duration getMaxDelay() {
		return this.maxDelay;
	}

	public void setMaxDelay(Duration maxDelay) {
		this.maxDelay = maxDelay;
	}

	public Duration getBufferedAudio() {
		return this.bufferedAudio;
	}

	public void setBufferedAudio(Duration bufferedAudio) {
		this.bufferedAudio = bufferedAudio;
	}

	public boolean isHandOver() {
		return this.handOver;
	}

	public void setHandOver(boolean handOver) {
		this.handOver = handOver;
	}

	public Duration getHandOverBefore() {
		return this.handOverBefore;
	}

	public void setHandOverBefore(Duration handOverBefore) {
		this.handOverBefore = handOverBefore;
	}

}
