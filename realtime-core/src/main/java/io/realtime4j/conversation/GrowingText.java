package io.realtime4j.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A text that grows by pieces. Adding one costs the same however long the text is: the
 * whole is put together when somebody reads it. Never changes but for that.
 */
final class GrowingText {

	static final GrowingText EMPTY = new GrowingText(null, "", 0, 0);

	private final int length;

	private final long weight;

	// Replaced by the whole text when somebody reads it, which frees the pieces
	private volatile Tail tail;

	private GrowingText(@Nullable GrowingText before, String piece, int length, long weight) {
		this.tail = new Tail(before, piece);
		this.length = length;
		this.weight = weight;
	}

	static GrowingText of(String text) {
		return text.isEmpty() ? EMPTY : new GrowingText(null, text, text.length(), weight(text));
	}

	GrowingText plus(String piece) {
		return piece.isEmpty() ? this
				: new GrowingText(this, piece, this.length + piece.length(), this.weight + weight(piece));
	}

	int length() {
		return this.length;
	}

	/**
	 * Return the approximate size in memory while nobody has read the text.
	 */
	long weight() {
		return this.weight;
	}

	private static long weight(String piece) {
		return Weights.OF_PIECE + Weights.of(piece);
	}

	boolean isEmpty() {
		return this.length == 0;
	}

	// The pieces are filled in from the end, without recursion: there may be thousands
	@Override
	public String toString() {
		char[] text = new char[this.length];
		int end = this.length;
		Tail current = this.tail;
		if (current.before() == null) {
			return current.piece();
		}
		while (true) {
			int start = end - current.piece().length();
			current.piece().getChars(0, current.piece().length(), text, start);
			if (current.before() == null) {
				break;
			}
			end = start;
			current = current.before().tail;
		}
		String whole = new String(text);
		this.tail = new Tail(null, whole);
		return whole;
	}

	/**
	 * The last piece and what comes before it.
	 */
	private record Tail(@Nullable GrowingText before, String piece) {

	}

}
