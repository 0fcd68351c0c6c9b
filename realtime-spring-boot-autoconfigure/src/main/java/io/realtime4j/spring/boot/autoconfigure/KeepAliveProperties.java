package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;

/**
 * Properties for detecting dead connections.
 *
 * @since 0.1.0
 */
public class KeepAliveProperties {

	/**
	 * Whether dead connections are detected by pings.
	 */
	private boolean enabled = true;

	/**
	 * Time without data from the server after which a ping is sent.
	 */
	private Duration interval = Duration.ofSeconds(10);

	/**
	 * Time without data from the server after which the connection counts as lost. At
	 * least twice the interval.
	 */
	private Duration timeout = Duration.ofSeconds(30);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Duration getInterval() {
		return this.interval;
	}

	public void setInterval(Duration interval) {
		this.interval = interval;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

}
