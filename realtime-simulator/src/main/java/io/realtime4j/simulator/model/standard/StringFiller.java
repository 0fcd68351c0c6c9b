package io.realtime4j.simulator.model.standard;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import io.realtime4j.codec.WellFormedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills arguments that are strings.
 */
final class StringFiller {

	// Words of the user are none of these
	private static final Map<String, String> DEFAULTS = Map.of("uuid", "9f5b2a1e-4c3d-4e8f-a1b2-c3d4e5f60718",
			"duration", "PT1H", "uri", "https://example.com/");

	private static final Set<String> NAMES = Set.of("name", "guest_name", "customer_name", "full_name");

	private static final String DEFAULT_NAME = "Guest";

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
		TemporalForm form = TemporalForm.of(schema);
		if (form != null) {
			return form.write(form.date() ? this.evidence.takeDate() : null,
					form.time() ? this.evidence.takeTime() : null, LocalDate.now());
		}
		String format = schema.path("format").asString("");
		String example = schema.path("examples")
			.path(0)
			.asString(DEFAULTS.getOrDefault(format, (NAMES.contains(name)) ? DEFAULT_NAME : name.replace('_', ' ')));
		String value = DEFAULTS.containsKey(format) ? null : find(Words.lower(name), format);
		if (value == null) {
			value = schema.path("default").asString(example);
		}
		int maxLength = schema.path("maxLength").asInt(Integer.MAX_VALUE);
		return WellFormedText.cut(value, maxLength);
	}

	/**
	 * Return whether an argument asks for a time of day.
	 * @param schema the JSON schema of all arguments
	 * @return {@code true} if one of them does, wherever it is
	 */
	static boolean wantsTime(JsonNode schema) {
		for (JsonNode child : schema) {
			TemporalForm form = TemporalForm.of(child);
			if ((form != null && form.time()) || wantsTime(child)) {
				return true;
			}
		}
		return schema.propertyStream()
			.anyMatch((property) -> isTime(Words.lower(property.getKey())) && !isNumber(property.getValue()));
	}

	private @Nullable String find(String name, String format) {
		if ("email".equals(format) || name.contains("email")) {
			return orElse(this.evidence.takeEmail(), DEFAULT_EMAIL);
		}
		if (name.contains("date") || name.endsWith("day")) {
			return orElse(this.evidence.takeDate(), DEFAULT_DATE);
		}
		if (isTime(name)) {
			return orElse(this.evidence.takeTime(), DEFAULT_TIME);
		}
		String named = this.evidence.takeName();
		return (named != null) ? named : this.evidence.takeRemaining();
	}

	private static boolean isNumber(JsonNode schema) {
		String type = schema.path("type").asString("");
		return "integer".equals(type) || "number".equals(type);
	}

	private static boolean isTime(String name) {
		return name.equals("time") || name.endsWith("_time") || name.contains("hour");
	}

	private static String orElse(@Nullable String value, String fallback) {
		return (value != null) ? value : fallback;
	}

}
