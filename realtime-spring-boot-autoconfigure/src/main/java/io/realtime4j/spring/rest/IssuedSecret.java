package io.realtime4j.spring.rest;

import java.time.Instant;

import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Ephemeral key for a browser that connects to the service itself. The key never appears
 * in {@code toString}.
 *
 * @param <S> the kind of settings
 * @param value the key, which begins with {@code ek_}
 * @param expiresAt until when a session can be opened with it
 * @param session the settings that it is bound to, or {@code null} if the service did not
 * say
 * @since 0.1.0
 */
public record IssuedSecret<S>(String value, Instant expiresAt, @Nullable S session) {

	@Override
	public String toString() {
		return "IssuedSecret[value=" + Secrets.mask(this.value) + ", expiresAt=" + this.expiresAt + "]";
	}

}
