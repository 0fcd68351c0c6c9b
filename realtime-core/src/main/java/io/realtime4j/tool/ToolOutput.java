package io.realtime4j.tool;

/**
 * An output as the model is told it: not longer than allowed, and without halves of
 * characters, which cannot be written as UTF-8.
 *
 * @param text the text
 * @param omitted the number of characters at the end that were left out
 */
record ToolOutput(String text, int omitted) {

	private static final char REPLACEMENT = '\uFFFD';

	static ToolOutput of(String output, int maxLength) {
		if (output.length() <= maxLength) {
			return new ToolOutput(wellFormed(output), 0);
		}
		int end = Character.isHighSurrogate(output.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
		String note = "\n[The output is too long. These are the first " + end + " of its " + output.length()
				+ " characters.]";
		return new ToolOutput(wellFormed(output.substring(0, end)) + note, output.length() - end);
	}

	private static String wellFormed(String text) {
		StringBuilder mended = new StringBuilder(text);
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (Character.isHighSurrogate(character) && i + 1 < text.length()
					&& Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(character)) {
				mended.setCharAt(i, REPLACEMENT);
			}
		}
		return mended.toString();
	}

}
