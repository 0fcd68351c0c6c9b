package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the keys of pages that connect to the service themselves.
 *
 * @since 0.1.0
 */
public class BridgeClientSecretProperties {

	/**
	 * Whether pages can get ephemeral keys by POST to client-secret below the path of the
	 * bridge. Anybody who can reach that endpoint causes costs, so the application has to
	 * secure it.
	 */
	private boolean enabled;

	/**
	 * Lifetime of a key, ten seconds to two hours. By default that of the service.
	 */
	private @Nullable Duration lifetime;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable Duration getLifetime() {
		return this.lifetime;
	}

	public void setLifetime(@Nullable Duration lifetime) {
		this.lifetime = lifetime;
	}

}
