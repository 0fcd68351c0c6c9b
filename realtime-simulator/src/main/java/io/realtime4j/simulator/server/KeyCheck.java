package io.realtime4j.simulator.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.realtime4j.simulator.rest.ClientSecrets;
import org.jspecify.annotations.Nullable;

/**
 * Tells right keys from wrong ones.
 */
final class KeyCheck {

	private final @Nullable String wanted;

	private final ClientSecrets secrets;

	KeyCheck(@Nullable String wanted, ClientSecrets secrets) {
		this.wanted = wanted;
		this.secrets = secrets;
	}

	/**
	 * Return whether a key opens everything.
	 * @param key the key, or {@code null}
	 * @return {@code true} if it is the one that is demanded, or none is
	 */
	boolean isRight(@Nullable String key) {
		return this.wanted == null || (key != null && MessageDigest
			.isEqual(this.wanted.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Return whether a key opens a session.
	 * @param key the key, or {@code null}
	 * @return {@code true} if it opens everything, or is a client secret
	 */
	boolean opensSession(@Nullable String key) {
		return isRight(key) || this.secrets.find(key) != null;
	}

}
