package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;

/**
 * Properties for detecting pages whose connections are dead.
 *
 * @since 0.1.0
 */
public class BridgeKeepAliveProperties {

	/**
	 * Whether dead connections of pages are detected by pings.
	 */
	private boolean enabled = true;

	/**
	 * Time without data from a page after which a ping is sent.
	 */
	private Duration interval = Duration.ofSeconds(25);

	/**
	 * Time without data from a page after which its connection counts as lost. At least
	 * twice the interval.
	 */
	private Duration timeout = Duration.ofSeconds(75);

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
