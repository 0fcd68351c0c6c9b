package io.realtime4j.codec;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with events made at random from the specification, through the codec and back.
 */
class RandomRoundTripTests {

	private static final int ROUNDS = 15;

	private static final int MAX_ROUNDS = 1000;

	// Of the items of another interface, live sessions know those that tools need
	private static final String KEPT_AS_JSON = "responses.";

	private static final RealtimeCodec GA = RealtimeCodec.create(Dialect.GA);

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	private static Specification specification;

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		specification = Specification.load();
	}

	@ParameterizedTest
	@MethodSource("gaEvents")
	void gaEventComesBack(Specification.Event event) {
		instances(event).forEach((json) -> assertComesBack(event, json, GA::encode));
	}

	@ParameterizedTest
	@MethodSource("translationEvents")
	void translationEventComesBack(Specification.Event event) {
		instances(event).forEach((json) -> assertComesBack(event, json, event.entry()::write));
	}

	@ParameterizedTest
	@MethodSource("liveEvents")
	void liveEventComesBack(Specification.Event event) {
		instances(event).forEach((json) -> assertComesBack(event, json, event.entry()::write));
	}

	@ParameterizedTest
	@MethodSource("betaEvents")
	void betaEventComesBack(Specification.Event event) {
		instances(event).forEach((json) -> assertComesBack(event, json, BETA::encode));
	}

	@ParameterizedTest
	@MethodSource("betaEvents")
	void betaEventComesBackFromGa(Specification.Event event) {
		instances(event).forEach((json) -> {
			String relayed = GA.encode(decode(event, json));
			RealtimeMessage message = event.entry().read(relayed);
			assertSame(Json.read(BETA.encode(message)), withoutOlderName(json));
		});
	}

	@Test
	void everySchemaAndBranchIsMade() {
		RandomEvents events = new RandomEvents(specification, 1, RandomEvents.Extent.ALL);
		specification.all().forEach((event) -> {
			Set<String> expected = new TreeSet<>();
			event.schema().path("fields").forEach((field) -> collect(field, expected));
			for (int i = 0; i < MAX_ROUNDS && !events.taken().containsAll(expected); i++) {
				events.event(event);
			}
			assertThat(events.taken()).as(event::toString).containsAll(expected);
		});
	}

	private void collect(JsonNode type, Set<String> names) {
		String name = type.path("ref").asString("");
		if (name.startsWith(KEPT_AS_JSON) || (!name.isEmpty() && !names.add(name))) {
			return;
		}
		JsonNode schema = specification.resolve(type);
		JsonNode variants = schema.path("variants");
		for (int i = 0; i < variants.size(); i++) {
			names.add(i + " of " + type.path("ref").asString(variants.toString()));
		}
		for (String part : List.of("fields", "variants")) {
			schema.path(part).forEach((each) -> collect(each, names));
		}
		for (String part : List.of("items", "values")) {
			if (schema.has(part)) {
				collect(schema.get(part), names);
			}
		}
	}

	private void assertComesBack(Specification.Event event, ObjectNode json,
			Function<RealtimeMessage, String> writing) {
		RealtimeMessage message = decode(event, json);
		assertThat(message).as(json::toString).isInstanceOf(event.record());
		assertThat(UntypedParts.of((Record) message)).as(json::toString).isEmpty();
		RealtimeMessage rebuilt = Rebuilt.of(message);
		assertThat(rebuilt).isEqualTo(message);
		assertSame(Json.read(writing.apply(rebuilt)), json);
	}

	private RealtimeMessage decode(Specification.Event event, ObjectNode json) {
		return event.entry().read(json.toString());
	}

	private static void assertSame(JsonNode actual, JsonNode expected) {
		assertThat(JsonDifference.between(expected, actual)).as(() -> "%s, to be %s".formatted(actual, expected))
			.allMatch(JsonDifference::isVanishedNull);
	}

	// GA has no second name for the most tokens of a response
	private static ObjectNode withoutOlderName(ObjectNode json) {
		ObjectNode event = json.deepCopy();
		if (event.get("response") instanceof ObjectNode response && !response.has("max_output_tokens")
				&& response.has("max_response_output_tokens")) {
			response.set("max_output_tokens", response.remove("max_response_output_tokens"));
		}
		return event;
	}

	private static Stream<ObjectNode> instances(Specification.Event event) {
		return Stream.of(RandomEvents.Extent.values()).flatMap((extent) -> {
			RandomEvents events = new RandomEvents(specification, event.toString().hashCode(), extent);
			return Stream.generate(() -> events.event(event)).limit(ROUNDS);
		});
	}

	private static Stream<Arguments> gaEvents() {
		return arguments(Stream.of("realtime", "transcription"));
	}

	private static Stream<Arguments> betaEvents() {
		return arguments(Stream.of("realtime_beta", "transcription"));
	}

	private static Stream<Arguments> translationEvents() {
		return arguments(Stream.of("translation"));
	}

	private static Stream<Arguments> liveEvents() {
		return arguments(Stream.of("live"));
	}

	private static Stream<Arguments> arguments(Stream<String> families) {
		return families.flatMap((family) -> specification.events(family).stream()).map(Arguments::of);
	}

}
