package io.realtime4j.codec;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when a text is not an event, or when a dialect cannot express an
 * event.
 *
 * @since 0.1.0
 */
public class RealtimeCodecException extends RuntimeException {

	private static final int EXCERPT_LENGTH = 200;

	RealtimeCodecException(String message) {
		super(message);
	}

	RealtimeCodecException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	static RealtimeCodecException malformed(String problem, String text, @Nullable Throwable cause) {
		return new RealtimeCodecException(problem + ", in " + text.length() + " characters of text: " + excerpt(text),
				cause);
	}

	private static String excerpt(String text) {
		if (text.length() <= EXCERPT_LENGTH) {
			return WellFormedText.of(text);
		}
		return WellFormedText.of(WellFormedText.cut(text, EXCERPT_LENGTH - 1)) + "…";
	}

}
