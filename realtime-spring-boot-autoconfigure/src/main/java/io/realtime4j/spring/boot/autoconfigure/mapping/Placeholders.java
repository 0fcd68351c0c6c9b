package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Internal finder of placeholders that could not be resolved: binding leaves them in the
 * value as they are.
 */
public final class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}:]*)");

	private Placeholders() {
	}

	/**
	 * Return the first placeholder of a value, without a default that it may have.
	 * @param value the value, {@code null} if not set
	 * @return the placeholder, or {@code null} if there is none
	 */
	public static @Nullable String unresolved(@Nullable String value) {
		Matcher matcher = PLACEHOLDER.matcher((value != null) ? value : "");
		return matcher.find() ? "${" + matcher.group(1) + "}" : null;
	}

}
