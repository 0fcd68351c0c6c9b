package io.realtime4j.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.conversation.Restoration;

/**
 * Names as the columns of a store take them: those that are too long, or that a database
 * would refuse, are stored and looked up by their hash.
 */
final class StoredNames {

	static final int MAX_USER = 255;

	static final int MAX_ITEM = 128;

	private static final String HASHED = "sha256:";

	private StoredNames() {
	}

	/**
	 * Return the name of a user as it is in the store.
	 */
	static String user(String user) {
		// Nobody is called as the hash of another one
		boolean fits = user.length() <= MAX_USER && !user.startsWith(HASHED) && user.indexOf('\0') < 0
				&& user.equals(WellFormedText.of(user));
		return fits ? user : HASHED + hash(user);
	}

	// In UTF-16, which knows halves of characters too
	private static String hash(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the id of an item as it is in the store: one that is too long is that which
	 * a restored item has.
	 */
	static String item(String id) {
		return (id.length() <= MAX_ITEM) ? id : Restoration.restoredId(id);
	}

}
