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
	 * Whether pages get ephemeral keys by POST to client-secret below the path of the
	 * bridge. Whoever reaches it speaks at the expense of the application, which has to
	 * secure it.
	 */
	private boolean enabled;

	/**
	 * How long a key is good for, ten seconds to two hours. By default as the service has
	 * it.
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
