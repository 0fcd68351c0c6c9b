package io.realtime4j.model;

import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of the text form of values.
 *
 * @since 0.1.0
 */
public final class Secrets {

	private Secrets() {
	}

	/**
	 * Return what to show in place of a secret.
	 * @param secret the secret, or {@code null} if there is none
	 * @return a mask that tells nothing about the secret but that it is there
	 */
	public static String mask(@Nullable Object secret) {
		return (secret != null) ? "******" : "null";
	}

}
