package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers leave out ids and indexes: a known event stays typed as long as it has its
 * content.
 */
class MissingMembersTests {

	/**
	 * The members without which an event says nothing.
	 */
	private static final Map<EntryPoint, Set<String>> CONTENT = Map.of(EntryPoint.SERVER,
			Set.of("arguments", "conversation", "delta", "error", "event", "item", "rate_limits", "response", "session",
					"text", "transcript"),
			EntryPoint.LIVE_SERVER, Set.of("audio", "delegation", "delta", "error of error", "event", "item",
					"session of session.started", "session of session.updated", "usage of session.usage.updated"));

	@ParameterizedTest
	@MethodSource("samples")
	void eventThatLacksAMemberStaysTypedUnlessItIsItsContent(EntryPoint entry, JsonNode sample) {
		for (String member : members(sample)) {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			less.remove(member);
			assertTyped(entry, less, member);
			less.putNull(member);
			assertTyped(entry, less, member);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVER", "LIVE_SERVER" })
	void contentIsWhatCannotBeLeftOut(EntryPoint entry) {
		Set<String> needed = new TreeSet<>();
		entry.samples().forEach((sample) -> members(sample).forEach((member) -> {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			less.remove(member);
			if (isUnknown(read(entry, less))) {
				needed.add(isContent(entry, sample, member) ? name(entry, sample, member)
						: member + " of " + sample.get("type"));
			}
		}));
		assertThat(needed).containsExactlyInAnyOrderElementsOf(CONTENT.get(entry));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWithNothingButItsContentStaysTyped(EntryPoint entry, JsonNode sample) {
		ObjectNode least = (ObjectNode) sample.deepCopy();
		members(sample).stream().filter((member) -> !isContent(entry, sample, member)).forEach(least::remove);
		assertTyped(entry, least);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWithAnOddIdOrIndexStaysTyped(EntryPoint entry, JsonNode sample) {
		for (String member : members(sample)) {
			for (String odd : List.of("{\"a\":[1]}", "[]", "true", "\"seven\"", "-1.5", "1e400",
					"123456789012345678901234567890")) {
				ObjectNode other = (ObjectNode) sample.deepCopy();
				other.set(member, Json.read(odd));
				assertTyped(entry, other, member);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWhoseContentLacksAnIdOrAnIndexStaysTyped(EntryPoint entry, JsonNode sample) {
		for (List<String> path : paths(sample)) {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			remove(less, path);
			assertTyped(entry, less);
		}
	}

	private static void assertTyped(EntryPoint entry, ObjectNode event, String member) {
		if (!isContent(entry, event, member)) {
			assertTyped(entry, event);
		}
	}

	private static void assertTyped(EntryPoint entry, ObjectNode event) {
		assertThat(isUnknown(read(entry, event))).as(event.toString()).isFalse();
	}

	private static RealtimeMessage read(EntryPoint entry, JsonNode json) {
		String text = json.toString();
		RealtimeMessage event = entry.read(text);
		assertThat(event).isEqualTo(entry.readPlainly(text));
		return event;
	}

	private static boolean isUnknown(RealtimeMessage event) {
		return event.getClass().getSimpleName().startsWith("Unknown");
	}

	private static boolean isContent(EntryPoint entry, JsonNode event, String member) {
		return CONTENT.get(entry).contains(name(entry, event, member));
	}

	// Some members are content in one event only
	private static String name(EntryPoint entry, JsonNode event, String member) {
		String full = member + " of " + event.get("type").stringValue();
		return CONTENT.get(entry).contains(full) ? full : member;
	}

	private static List<String> members(JsonNode event) {
		return event.propertyNames().stream().filter((name) -> !name.equals("type")).toList();
	}

	// The ids and indexes inside of the members of an event
	private static List<List<String>> paths(JsonNode event) {
		List<List<String>> paths = new ArrayList<>();
		members(event).forEach((member) -> collect(event.get(member), List.of(member), paths));
		return paths;
	}

	private static void collect(JsonNode node, List<String> path, List<List<String>> paths) {
		if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				collect(array.get(i), plus(path, String.valueOf(i)), paths);
			}
			return;
		}
		for (String name : node.propertyNames()) {
			List<String> inner = plus(path, name);
			if (name.equals("id") || name.endsWith("_id") || name.endsWith("index")) {
				paths.add(inner);
			}
			collect(node.get(name), inner, paths);
		}
	}

	private static List<String> plus(List<String> path, String name) {
		return Stream.concat(path.stream(), Stream.of(name)).toList();
	}

	private static void remove(JsonNode event, List<String> path) {
		JsonNode owner = event;
		for (String step : path.subList(0, path.size() - 1)) {
			owner = (owner instanceof ArrayNode array) ? array.get(Integer.parseInt(step)) : owner.get(step);
		}
		((ObjectNode) owner).remove(path.get(path.size() - 1));
	}

	private static Stream<Arguments> samples() {
		return CONTENT.keySet()
			.stream()
			.flatMap((entry) -> entry.samples()
				.stream()
				.map((sample) -> Arguments.of(entry, Named.of(sample.path("type").asString(), sample))));
	}

}
