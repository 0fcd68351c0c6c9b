package io.realtime4j.translation.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.event.UnknownTranslationClientEvent;
import io.realtime4j.translation.event.UnknownTranslationServerEvent;
import io.realtime4j.translation.model.TranslationAudio;
import io.realtime4j.translation.model.TranslationAudioInput;
import io.realtime4j.translation.model.TranslationAudioOutput;
import io.realtime4j.translation.model.TranslationSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with the events and the examples that the protocol's own documents print.
 */
class TranslationExamplesTests {

	private static final TranslationCodec CODEC = TranslationCodec.create();

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		ProtocolFiles.json("examples/index.json");
	}

	static Stream<String> examples() {
		return ProtocolFiles.json("examples/index.json")
			.propertyStream()
			.filter((entry) -> entry.getValue().path("family").asString("").equals("translation"))
			.filter((entry) -> !entry.getValue().path("direction").asString("").equals("rest"))
			.map(Map.Entry::getKey);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleLosesNothing(String file) {
		JsonNode json = ProtocolFiles.json("examples/" + file);
		TranslationEvent event = file.contains("ClientEvent") ? CODEC.decodeClientEvent(json.toString())
				: CODEC.decodeServerEvent(json.toString());
		assertThat(event).isNotInstanceOfAny(UnknownTranslationClientEvent.class, UnknownTranslationServerEvent.class);
		assertThat(TranslationSample.read(CODEC.encode(event))).isEqualTo(json);
	}

	@Test
	void eventsHaveTheMembersOfTheProtocol() {
		JsonNode family = ProtocolFiles.json("events.json").path("families").path("translation");
		assertThat(components("client", TranslationClientEvent.class)).isEqualTo(members(family.path("client")));
		assertThat(components("server", TranslationServerEvent.class)).isEqualTo(members(family.path("server")));
	}

	@Test
	void settingsHaveTheMembersOfTheProtocol() {
		JsonNode session = ProtocolFiles.json("spec-subset.json")
			.findPath("RealtimeTranslationSession")
			.path("properties");
		JsonNode audio = session.path("audio").path("properties");
		assertThat(components(TranslationSettings.class)).isEqualTo(names(session));
		assertThat(components(TranslationAudio.class)).isEqualTo(names(audio));
		assertThat(components(TranslationAudioInput.class)).isEqualTo(names(audio.path("input").path("properties")));
		assertThat(components(TranslationAudioOutput.class)).isEqualTo(names(audio.path("output").path("properties")));
	}

	private static Map<String, Set<String>> members(JsonNode events) {
		Map<String, Set<String>> members = new TreeMap<>();
		for (JsonNode event : events) {
			members.put(event.path("type").asString(),
					event.path("fields")
						.valueStream()
						.map((field) -> field.path("name").asString())
						.filter((name) -> !name.equals("type"))
						.collect(Collectors.toSet()));
		}
		return members;
	}

	private static Map<String, Set<String>> components(String direction, Class<? extends TranslationEvent> events) {
		Map<String, Set<String>> components = new TreeMap<>();
		TranslationSample.all().filter((sample) -> sample.direction().equals(direction)).forEach((sample) -> {
			TranslationEvent event = sample.decode(CODEC);
			assertThat(event).isInstanceOf(events);
			components.put(event.type(), components(event.getClass()));
		});
		return components;
	}

	private static Set<String> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.map((component) -> component.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT))
			.filter((name) -> !name.equals("extra"))
			.collect(Collectors.toSet());
	}

	private static Set<String> names(JsonNode properties) {
		assertThat(properties).isNotEmpty();
		return Set.copyOf(properties.propertyNames());
	}

}
