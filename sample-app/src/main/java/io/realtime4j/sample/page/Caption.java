package io.realtime4j.sample.page;

import org.jspecify.annotations.Nullable;

/**
 * A line of the conversation, as far as it is known.
 *
 * @param item the id of the item
 * @param after the id of the item before it, or {@code null} if it is the first or that
 * is not known
 * @param speaker {@code guest}, {@code desk}, or for what is done behind the desk
 * {@code call} and {@code result}
 * @param text the words so far
 * @param state {@code open} while words may still come, then {@code done} or
 * {@code interrupted}
 */
record Caption(String item, @Nullable String after, String speaker, String text, String state) {

	Caption with(String text, String state) {
		return new Caption(this.item, this.after, this.speaker, text, state);
	}

}
