package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the settings that were asked for with those that the server reports, as JSON.
 * A server reports more than was asked for, and may leave out what it keeps to itself.
 */
final class SettingsComparison {

	private static final String SETTINGS = "session";

	// Servers keep numbers as floats of 32 bits
	private static final double TOLERANCE = 1e-6;

	private final List<String> differences = new ArrayList<>();

	private SettingsComparison() {
	}

	/**
	 * Return what the server did not take as it was asked for.
	 * @param requested the event that asked, as JSON
	 * @param reported the event that acknowledged it, as JSON
	 * @return the paths of the members
	 */
	static List<String> differences(String requested, String reported) {
		SettingsComparison comparison = new SettingsComparison();
		comparison.compareMembers("", read(requested), read(reported));
		return comparison.differences;
	}

	private static JsonNode read(String event) {
		return JsonMapper.shared().readTree(event).path(SETTINGS);
	}

	private void compareMembers(String prefix, JsonNode requested, JsonNode reported) {
		for (Map.Entry<String, JsonNode> member : requested.properties()) {
			compare(prefix + member.getKey(), member.getValue(), reported.get(member.getKey()));
		}
	}

	private void compare(String path, JsonNode requested, @Nullable JsonNode reported) {
		if (reported == null) {
			return;
		}
		if (requested.isObject() && reported.isObject()) {
			compareMembers(path + ".", requested, reported);
		}
		else if (!isAsRequested(requested, reported)) {
			this.differences.add(path);
		}
	}

	private static boolean isAsRequested(JsonNode requested, JsonNode reported) {
		if (requested.isArray() && reported.isArray()) {
			return areAsRequested(requested, reported);
		}
		if (requested.isNumber() && reported.isNumber()) {
			double asked = requested.asDouble();
			return Math.abs(asked - reported.asDouble()) <= TOLERANCE * Math.max(1, Math.abs(asked));
		}
		if (requested.isNull() || reported.isNull()) {
			return requested.isNull() && reported.isNull();
		}
		// A short form and the long form of the same thing cannot be compared
		return requested.isObject() != reported.isObject() || requested.equals(reported);
	}

	private static boolean areAsRequested(JsonNode requested, JsonNode reported) {
		if (requested.size() != reported.size()) {
			return false;
		}
		SettingsComparison elements = new SettingsComparison();
		for (int i = 0; i < requested.size(); i++) {
			elements.compare("", requested.get(i), reported.get(i));
		}
		return elements.differences.isEmpty();
	}

}
