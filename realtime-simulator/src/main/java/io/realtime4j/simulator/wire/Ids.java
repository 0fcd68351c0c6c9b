package io.realtime4j.simulator.wire;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Internal factory for ids that look like those of the service.
 */
public final class Ids {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

	private static final int LENGTH = 21;

	private static final int CALL_LENGTH = 16;

	/**
	 * Make an identifier.
	 * @param prefix the kind of thing, such as {@code item}
	 * @return a new identifier
	 */
	public String next(String prefix) {
		return prefix + "_" + letters(LENGTH);
	}

	/**
	 * Make the identifier of a function call.
	 * @return a new identifier
	 */
	public String nextCall() {
		return "call_" + letters(CALL_LENGTH);
	}

	/**
	 * Make random letters and digits.
	 * @param length how many
	 * @return the letters and digits
	 */
	public String letters(int length) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		StringBuilder letters = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return letters.toString();
	}

}
