package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A place at which two JSON values differ. Numbers are compared by value, the order of
 * members does not matter.
 *
 * @param path the place, without the indexes of arrays
 * @param before the value that was there, or a missing node
 * @param after the value that is there now, or a missing node
 */
record JsonDifference(String path, JsonNode before, JsonNode after) {

	private static final Set<String> NULL_IS_OFF = Set.of("turn_detection", "transcription", "noise_reduction",
			"tracing", "input_audio_transcription", "input_audio_noise_reduction", "delegation");

	static List<JsonDifference> between(JsonNode before, JsonNode after) {
		List<JsonDifference> differences = new ArrayList<>();
		collect("$", before, after, differences);
		return differences;
	}

	/**
	 * Return whether this is an explicit {@code null} without a meaning that is no longer
	 * written.
	 */
	boolean isVanishedNull() {
		String name = this.path.substring(this.path.lastIndexOf('.') + 1);
		return this.before.isNull() && this.after.isMissingNode() && !NULL_IS_OFF.contains(name);
	}

	@Override
	public String toString() {
		if (this.after.isMissingNode()) {
			return this.path + " lost";
		}
		if (this.before.isMissingNode()) {
			return this.path + " added";
		}
		return this.path + " changed from " + this.before + " to " + this.after;
	}

	private static void collect(String path, JsonNode before, JsonNode after, List<JsonDifference> differences) {
		if (before.isObject() && after.isObject()) {
			Set<String> names = new LinkedHashSet<>(before.propertyNames());
			names.addAll(after.propertyNames());
			names.forEach((name) -> collect(path + "." + name, before.path(name), after.path(name), differences));
		}
		else if (before.isArray() && after.isArray() && before.size() == after.size()) {
			for (int i = 0; i < before.size(); i++) {
				collect(path + "[]", before.get(i), after.get(i), differences);
			}
		}
		else if (!same(before, after)) {
			differences.add(new JsonDifference(path, before, after));
		}
	}

	private static boolean same(JsonNode before, JsonNode after) {
		if (before.isNumber() && after.isNumber()) {
			return before.decimalValue().compareTo(after.decimalValue()) == 0;
		}
		return before.equals(after);
	}

}
