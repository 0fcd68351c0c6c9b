package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Endpoint that shows and ends sessions.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("management.endpoint.realtime")
public class RealtimeEndpointProperties {

	/**
	 * How long a response may take to finish before the session that the endpoint ends is
	 * closed.
	 */
	private Duration patience = Duration.ofSeconds(20);

	public Duration getPatience() {
		return this.patience;
	}

	public void setPatience(Duration patience) {
		this.patience = patience;
	}

}
