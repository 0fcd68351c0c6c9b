package io.realtime4j.simulator.model.standard;

import io.realtime4j.codec.WellFormedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills arguments that are strings.
 */
final class StringFiller {

	private static final String DEFAULT_DATE = "today";

	private static final String DEFAULT_TIME = "noon";

	private static final String DEFAULT_EMAIL = "someone@example.com";

	private final Evidence evidence;

	StringFiller(Evidence evidence) {
		this.evidence = evidence;
	}

	/**
	 * Fill an argument.
	 * @param name the name of the argument
	 * @param schema its JSON schema
	 * @return the value
	 */
	String fill(String name, JsonNode schema) {
		String value = find(Words.lower(name), schema.path("format").asString(""));
		if (value == null) {
			value = schema.path("default").asString(name.replace('_', ' '));
		}
		int maxLength = schema.path("maxLength").asInt(Integer.MAX_VALUE);
		return WellFormedText.cut(value, maxLength);
	}

	private @Nullable String find(String name, String format) {
		if ("email".equals(format) || name.contains("email")) {
			return orElse(this.evidence.takeEmail(), DEFAULT_EMAIL);
		}
		if (format.startsWith("date") || name.contains("date") || name.endsWith("day")) {
			return orElse(this.evidence.takeDate(), DEFAULT_DATE);
		}
		if ("time".equals(format) || name.equals("time") || name.endsWith("_time") || name.contains("hour")) {
			return orElse(this.evidence.takeTime(), DEFAULT_TIME);
		}
		String named = this.evidence.takeName();
		return (named != null) ? named : this.evidence.takeRemaining();
	}

	private static String orElse(@Nullable String value, String fallback) {
		return (value != null) ? value : fallback;
	}

}
