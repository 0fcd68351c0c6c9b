package io.realtime4j.live.tool;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.support.TokenEstimate;

/**
 * A text in pieces that a server takes, each of 500 tokens at most. They are cut between
 * sentences where it can be, and else between words.
 *
 * @param pieces the pieces, in order
 * @param omitted the number of characters at the end that are in none of them
 */
record AppendPieces(List<String> pieces, int omitted) {

	/**
	 * More would be said for some ten minutes.
	 */
	static final int MAX_PIECES = 8;

	private static final int MAX_TOKENS = 500;

	AppendPieces {
		pieces = List.copyOf(pieces);
	}

	static AppendPieces of(String text) {
		List<String> pieces = new ArrayList<>();
		String rest = WellFormedText.of(text).strip();
		while (!rest.isEmpty() && pieces.size() < MAX_PIECES) {
			int end = end(rest);
			pieces.add(rest.substring(0, end).stripTrailing());
			rest = rest.substring(end).stripLeading();
		}
		return new AppendPieces(pieces, rest.length());
	}

	private static int end(String text) {
		int most = WellFormedText.cut(text, TokenEstimate.most(text, MAX_TOKENS)).length();
		if (most == text.length()) {
			return most;
		}
		int end = before(BreakIterator.getSentenceInstance(Locale.ROOT), text, most);
		if (end < most / 2) {
			end = before(BreakIterator.getLineInstance(Locale.ROOT), text, most);
		}
		return (end < most / 2) ? most : end;
	}

	private static int before(BreakIterator breaks, String text, int most) {
		breaks.setText(text.substring(0, Math.min(text.length(), most + 1)));
		return breaks.preceding(Math.min(text.length(), most + 1));
	}

}
