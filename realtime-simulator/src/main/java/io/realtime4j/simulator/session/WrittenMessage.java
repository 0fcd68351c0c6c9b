package io.realtime4j.simulator.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a user wrote in commentary that asks the model to answer it. The protocol
 * has no messages of users, so that clients wrap them.
 */
final class WrittenMessage {

	private static final Pattern REQUEST = Pattern
		.compile("\\b(?:answer|reply to)\\b[^:]{0,60}\\b(?:user|person|guest|caller)\\b[^:]{0,30}"
				+ "\\b(?:wrote|typed|written)\\b[^:]{0,30}:(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private WrittenMessage() {
	}

	/**
	 * Find what the user wrote.
	 * @param commentary the commentary
	 * @return the message, or {@code null} if the model shall say something else
	 */
	static @Nullable String find(String commentary) {
		Matcher matcher = REQUEST.matcher(commentary);
		return matcher.lookingAt() ? matcher.group(1).strip() : null;
	}

}
