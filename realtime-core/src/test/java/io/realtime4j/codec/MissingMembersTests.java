package io.realtime4j.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
	private static final Set<String> CONTENT = Set.of("arguments", "audio_end_ms of conversation.item.truncated",
			"conversation", "delta", "error", "event", "item", "rate_limits", "response", "session", "text",
			"transcript");

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final PlainDatabind<ServerEvent> plain = new PlainDatabind<>(
			new EventKinds<>(EventTypes.SERVER, UnknownServerEvent::new));

	@ParameterizedTest
	@MethodSource("samples")
	void eventThatLacksAMemberStaysTypedUnlessItIsItsContent(JsonNode sample) {
		for (String member : members(sample)) {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			less.remove(member);
			assertTyped(less, member);
			less.putNull(member);
			assertTyped(less, member);
		}
	}

	@Test
	void contentIsWhatCannotBeLeftOut() {
		Set<String> needed = new TreeSet<>();
		samples().forEach((sample) -> members(sample).forEach((member) -> {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			less.remove(member);
			if (read(less) instanceof UnknownServerEvent) {
				needed.add(isContent(sample, member) ? name(sample, member) : member + " of " + sample.get("type"));
			}
		}));
		assertThat(needed).containsExactlyInAnyOrderElementsOf(CONTENT);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWithNothingButItsContentStaysTyped(JsonNode sample) {
		ObjectNode least = (ObjectNode) sample.deepCopy();
		members(sample).stream().filter((member) -> !isContent(sample, member)).forEach(least::remove);
		assertThat(read(least)).isNotInstanceOf(UnknownServerEvent.class);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWithAnOddIdOrIndexStaysTyped(JsonNode sample) {
		for (String member : members(sample)) {
			for (String odd : List.of("{\"a\":[1]}", "[]", "true", "\"seven\"", "-1.5", "1e400",
					"123456789012345678901234567890")) {
				ObjectNode other = (ObjectNode) sample.deepCopy();
				other.set(member, Json.read(odd));
				if (!isContent(sample, member)) {
					assertThat(read(other)).as(other.toString()).isNotInstanceOf(UnknownServerEvent.class);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void eventWhoseContentLacksAnIdOrAnIndexStaysTyped(JsonNode sample) {
		for (List<String> path : paths(sample)) {
			ObjectNode less = (ObjectNode) sample.deepCopy();
			remove(less, path);
			ServerEvent event = read(less);
			assertThat(event).as(path + " of " + less).isNotInstanceOf(UnknownServerEvent.class);
		}
	}

	private void assertTyped(ObjectNode event, String member) {
		if (!isContent(event, member)) {
			assertThat(read(event)).as(event.toString()).isNotInstanceOf(UnknownServerEvent.class);
		}
	}

	private ServerEvent read(JsonNode json) {
		String text = json.toString();
		ServerEvent event = CODEC.decodeServerEvent(text);
		assertThat(event).isEqualTo(this.plain.read(text));
		return event;
	}

	private static boolean isContent(JsonNode event, String member) {
		return CONTENT.contains(name(event, member));
	}

	// One member is content in one event only
	private static String name(JsonNode event, String member) {
		String full = member + " of " + event.get("type").stringValue();
		return CONTENT.contains(full) ? full : member;
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

	private static Stream<JsonNode> samples() {
		return EventSamples.of("server").map(EventSamples.Sample::json);
	}

}
