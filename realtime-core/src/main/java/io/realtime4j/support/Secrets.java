package io.realtime4j.support;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Internal helper that masks secrets in the text form of values.
 *
 * @since 0.1.0
 */
public final class Secrets {

	private static final String MASK = "******";

	/**
	 * Pattern of the keys and client secrets of the service.
	 */
	private static final Pattern KEYS = Pattern.compile("\\b[ers]k[-_][A-Za-z0-9_-]{4,}");

	private Secrets() {
	}

	/**
	 * Return what to show in place of a secret.
	 * @param secret the secret, or {@code null} if there is none
	 * @return a mask that tells nothing about the secret but that it is there
	 */
	public static String mask(@Nullable Object secret) {
		return (secret != null) ? MASK : "null";
	}

	/**
	 * Return a text of a server without keys that it may repeat.
	 * @param text the text
	 * @return the text with a mask in place of whatever looks like a key
	 */
	public static String redact(String text) {
		return KEYS.matcher(text).replaceAll(MASK);
	}

}
