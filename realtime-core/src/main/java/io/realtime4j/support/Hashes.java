package io.realtime4j.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Internal hashes of names that a store takes in place of the names.
 *
 * @since 0.1.0
 */
public final class Hashes {

	private Hashes() {
	}

	/**
	 * Return the SHA-256 of a text.
	 * @param text any text
	 * @return 64 hexadecimal digits in lower case
	 */
	public static String sha256(String text) {
		try {
			// In UTF-16, which knows halves of characters too
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
