package io.realtime4j.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a session that a provider cannot take. Reads them as JSON of the GA
 * dialect. Never changes.
 *
 * @param limits the limits
 */
record SettingLimits(List<Limit> limits) {

	static final SettingLimits NONE = new SettingLimits(List.of());

	SettingLimits {
		limits = List.copyOf(limits);
	}

	SettingLimits refuses(String path, Predicate<JsonNode> value, String reason) {
		return with(new Limit(path, value, reason, true));
	}

	SettingLimits leavesOut(String path, Predicate<JsonNode> value, String reason) {
		return with(new Limit(path, value, reason, false));
	}

	SettingLimits leavesOut(String reason, String... paths) {
		SettingLimits result = this;
		for (String path : paths) {
			result = result.leavesOut(path, (value) -> true, reason);
		}
		return result;
	}

	SettingLimits refusesTranscription(String provider) {
		return refuses("type", (type) -> "transcription".equals(type.asString("")),
				"must not be 'transcription': " + provider + " has no such sessions");
	}

	SettingLimits refusesOtherRates(Set<Integer> rates, String reason) {
		Predicate<JsonNode> other = (rate) -> !rate.canConvertToInt() || !rates.contains(rate.asInt(0));
		return refuses("audio.input.format.rate", other, reason).refuses("audio.output.format.rate", other, reason);
	}

	private SettingLimits with(Limit limit) {
		List<Limit> all = new ArrayList<>(this.limits);
		all.add(limit);
		return new SettingLimits(all);
	}

	boolean isEmpty() {
		return this.limits.isEmpty();
	}

	/**
	 * Return the unsupported settings of a session. A setting that is off is none of
	 * them.
	 */
	List<UnsupportedSetting> in(JsonNode session) {
		return this.limits.stream()
			.filter((limit) -> !at(session, limit.path()).isNull() && limit.concerns(at(session, limit.path())))
			.map((limit) -> new UnsupportedSetting(limit.path(), limit.reason(), limit.refused()))
			.toList();
	}

	void removeFrom(ObjectNode session) {
		for (Limit limit : this.limits) {
			if (!limit.refused() && limit.concerns(at(session, limit.path()))) {
				int end = limit.path().lastIndexOf('.');
				JsonNode parent = (end < 0) ? session : at(session, limit.path().substring(0, end));
				((ObjectNode) parent).remove(limit.path().substring(end + 1));
			}
		}
	}

	private static JsonNode at(JsonNode session, String path) {
		return session.at("/" + path.replace('.', '/'));
	}

	/**
	 * A setting, or some of its values, that cannot be taken.
	 */
	record Limit(String path, Predicate<JsonNode> value, String reason, boolean refused) {

		boolean concerns(JsonNode node) {
			return !node.isMissingNode() && this.value.test(node);
		}

	}

}
