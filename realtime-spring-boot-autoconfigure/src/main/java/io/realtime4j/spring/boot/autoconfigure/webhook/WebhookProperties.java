package io.realtime4j.spring.boot.autoconfigure.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the endpoint that takes webhooks of the service.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.webhook")
public class WebhookProperties {

	/**
	 * Whether webhooks of the service are taken.
	 */
	private boolean enabled;

	/**
	 * Secret that webhooks are signed with, as the service shows it when the webhook is
	 * created. It begins with whsec_.
	 */
	private @Nullable String secret;

	/**
	 * Path of the endpoint, within that of the application.
	 */
	private String path = "/realtime/webhook";

	/**
	 * How far the time of a webhook may be from the clock of the application.
	 */
	private Duration tolerance = Duration.ofMinutes(5);

	/**
	 * Largest webhook that is taken.
	 */
	private DataSize maxSize = DataSize.ofKilobytes(256);

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getSecret() {
		return this.secret;
	}

	public void setSecret(@Nullable String secret) {
		this.secret = secret;
	}

	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public Duration getTolerance() {
		return this.tolerance;
	}

	public void setTolerance(Duration tolerance) {
		this.tolerance = tolerance;
	}

	public DataSize getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

}
