package io.realtime4j.model.session;

import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Ephemeral key for a browser that connects to the service itself. Its value never
 * appears in {@code toString}.
 *
 * @param value the key, or {@code null} if absent
 * @param expiresAt when it ends, or {@code null} if absent
 * @param expiresAfter how long it shall live, or {@code null} if absent
 * @since 0.1.0
 */
public record ClientSecret(@Nullable String value, @Nullable SecretExpiry expiresAt,
		@Nullable ExpiresAfter expiresAfter) {

	@Override
	public String toString() {
		return "ClientSecret[value=" + Secrets.mask(this.value) + ", expiresAt=" + this.expiresAt + ", expiresAfter="
				+ this.expiresAfter + "]";
	}

}
