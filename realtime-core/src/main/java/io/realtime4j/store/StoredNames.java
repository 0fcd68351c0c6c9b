package io.realtime4j.store;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.conversation.Restoration;
import io.realtime4j.support.Hashes;

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
		return fits ? user : HASHED + Hashes.sha256(user);
	}

	/**
	 * Return the id of an item as it is in the store: one that is too long is that which
	 * a restored item has.
	 */
	static String item(String id) {
		return (id.length() <= MAX_ITEM) ? id : Restoration.restoredId(id);
	}

}
