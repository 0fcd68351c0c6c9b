package io.realtime4j.spring.phone.engine;

/**
 * Internal form of what carriers say, for the log: short, and on one line.
 */
public final class Printable {

	private static final int MAX_LENGTH = 200;

	private Printable() {
	}

	/**
	 * Return what can be logged of a text.
	 * @param text the text
	 * @return its beginning, without control characters
	 */
	public static String of(String text) {
		return text.substring(0, Math.min(MAX_LENGTH, text.length())).replaceAll("\\p{Cntrl}", " ");
	}

}
