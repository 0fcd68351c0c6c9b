package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;

/**
 * Properties for reconnecting lost connections.
 *
 * @since 0.1.0
 */
public class ReconnectProperties {

	/**
	 * Whether a session reconnects when its connection is lost.
	 */
	private boolean enabled = true;

	/**
	 * Maximum number of consecutive attempts.
	 */
	private int maxAttempts = 30;

	/**
	 * Maximum delay before the first attempt. Each delay is chosen at random up to a
	 * bound that doubles with each attempt.
	 */
	private Duration initialDelay = Duration.ofMillis(500);

	/**
	 * Maximum delay before any attempt.
	 */
	private Duration maxDelay = Duration.ofSeconds(30);

	/**
	 * Maximum duration of input audio that is queued while there is no connection, or
	 * sent again over the next one. Older audio is dropped.
	 */
	private Duration bufferedAudio = Duration.ofSeconds(5);

	/**
	 * Whether a new connection takes over before the server's time limit of a session is
	 * reached.
	 */
	private boolean handOver = true;

	/**
	 * Time before the server's limit at which the new connection takes over, as soon as
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
