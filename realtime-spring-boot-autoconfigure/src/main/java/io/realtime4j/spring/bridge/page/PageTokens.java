package io.realtime4j.spring.bridge.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that a page comes back with: the one that it was given last, and the one that it
 * came back with until it is known to have the new one. A token is the key of a session,
 * and a secret behind it.
 *
 * @param current the token that was given last
 * @param former the token before, or {@code null} if it is of no use any more
 */
record PageTokens(String current, @Nullable String former) {

	static final char SEPARATOR = '.';

	static PageTokens of(String key, String secret, @Nullable String former) {
		return new PageTokens(key + SEPARATOR + secret, former);
	}

	/**
	 * Return the key of the session that a token belongs to.
	 * @param token the token, which may be anything
	 * @return the key, or {@code null} if it has none
	 */
	static @Nullable String key(String token) {
		int end = token.lastIndexOf(SEPARATOR);
		return (end > 0) ? token.substring(0, end) : null;
	}

	boolean contains(String token) {
		return isSame(this.current, token) | (this.former != null && isSame(this.former, token));
	}

	private static boolean isSame(String known, String token) {
		return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the tokens when the page is known to have the current one.
	 */
	PageTokens confirmed() {
		return new PageTokens(this.current, null);
	}

	/**
	 * Return a text without the tokens.
	 */
	@Override
	public String toString() {
		return "PageTokens[]";
	}

}
