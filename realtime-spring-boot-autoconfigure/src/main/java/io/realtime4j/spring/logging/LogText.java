package io.realtime4j.spring.logging;

/**
 * Makes one line of limited length of what a server may have written.
 */
final class LogText {

	static final int MAX_LENGTH = 400;

	private LogText() {
	}

	/**
	 * Return a text without line breaks and other control characters, and no longer than
	 * a line should be.
	 */
	static String of(String text) {
		String start = (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) + " (shortened)" : text;
		return start.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
	}

}
