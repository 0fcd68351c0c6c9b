package io.realtime4j.tool;

import io.realtime4j.codec.WellFormedText;

/**
 * An output as the model is told it: not longer than allowed, and without halves of
 * characters, which cannot be written as UTF-8.
 *
 * @param text the text
 * @param omitted the number of characters at the end that were left out
 */
record ToolOutput(String text, int omitted) {

	static ToolOutput of(String output, int maxLength) {
		if (output.length() <= maxLength) {
			return new ToolOutput(WellFormedText.of(output), 0);
		}
		String beginning = WellFormedText.cut(output, maxLength);
		String note = "\n[The output is too long. These are the first " + beginning.length() + " of its "
				+ output.length() + " characters.]";
		return new ToolOutput(WellFormedText.of(beginning) + note, output.length() - beginning.length());
	}

}
