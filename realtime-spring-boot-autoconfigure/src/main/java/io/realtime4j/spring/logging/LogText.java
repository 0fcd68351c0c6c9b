package io.realtime4j.spring.logging;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.translation.session.TranslationSession;

/**
 * Makes one line of limited length of what a server may have written.
 */
final class LogText {

	static final int MAX_LENGTH = 400;

	private LogText() {
	}

	/**
	 * Return the name of a session, as the beginning of a line.
	 */
	static String name(VoiceSession session) {
		if (session instanceof LiveSession) {
			return "Live session " + session.id();
		}
		return ((session instanceof TranslationSession) ? "Translation session " : "Realtime session ") + session.id();
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
