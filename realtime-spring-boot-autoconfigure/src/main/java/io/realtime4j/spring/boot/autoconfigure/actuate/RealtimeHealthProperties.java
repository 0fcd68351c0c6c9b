package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Health of the service, as sessions experience it.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("management.health.realtime")
public class RealtimeHealthProperties {

	/**
	 * How long a failure counts if nothing is tried after it. Later the health is
	 * unknown.
	 */
	private Duration failureValidity = Duration.ofMinutes(5);

	public Duration getFailureValidity() {
		return this.failureValidity;
	}

	public void setFailureValidity(Duration failureValidity) {
		this.failureValidity = failureValidity;
	}

}
