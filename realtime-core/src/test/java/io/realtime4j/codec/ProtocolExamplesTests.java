package io.realtime4j.codec;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with the examples that the protocol's own documents print.
 */
class ProtocolExamplesTests {

	private static final Map<String, RealtimeCodec> CODECS = Map.of("realtime", RealtimeCodec.create(Dialect.GA),
			"realtime_beta", RealtimeCodec.create(Dialect.BETA));

	/**
	 * What does not come back as it was: members that no schema declares, the GA names
	 * and places that the documents print in beta, and the beta names that they print in
	 * GA.
	 */
	private static final Map<String, List<String>> DEVIATIONS = Map.ofEntries(
			Map.entry("RealtimeServerEventConversationItemInputAudioTranscriptionDelta.json",
					List.of("$.obfuscation lost")),
			Map.entry("RealtimeBetaServerEventResponseCreated.json",
					List.of("$.timestamp lost", "$.response.output_modalities lost", "$.response.modalities added",
							"$.response.audio lost", "$.response.output_audio_format added", "$.response.voice added")),
			Map.entry("RealtimeBetaServerEventResponseTextDelta.json",
					renamed("response.output_text.delta", "response.text.delta")),
			Map.entry("RealtimeBetaServerEventResponseTextDone.json",
					renamed("response.output_text.done", "response.text.done")),
			Map.entry("RealtimeBetaServerEventResponseAudioDelta.json",
					renamed("response.output_audio.delta", "response.audio.delta")),
			Map.entry("RealtimeBetaServerEventResponseAudioDone.json",
					renamed("response.output_audio.done", "response.audio.done")),
			Map.entry("RealtimeBetaServerEventResponseAudioTranscriptDelta.json",
					renamed("response.output_audio_transcript.delta", "response.audio_transcript.delta")),
			Map.entry("RealtimeBetaServerEventResponseAudioTranscriptDone.json",
					renamed("response.output_audio_transcript.done", "response.audio_transcript.done")),
			Map.entry("RealtimeServerEventConversationItemRetrieved.json",
					List.of("$.item.content[].type changed from \"audio\" to \"output_audio\"")),
			Map.entry("RealtimeServerEventResponseOutputItemDone.json",
					List.of("$.item.content[].type changed from \"text\" to \"output_text\"")));

	/**
	 * What is kept, but has no component: a member that no schema declares.
	 */
	private static final Map<String, List<String>> UNTYPED = Map.of("RealtimeServerEventConversationItemRetrieved.json",
			List.of("ConversationItemRetrieved.item.content[] has extra format=\"pcm16\""));

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		ProtocolFiles.json("examples/index.json");
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleDecodesToTypedEvent(Example example) {
		RealtimeMessage message = example.decode();
		assertThat(message).isNotInstanceOfAny(UnknownServerEvent.class, UnknownClientEvent.class);
		assertThat(UntypedParts.of((Record) message)).isEqualTo(UNTYPED.getOrDefault(example.file(), List.of()));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void exampleLosesNothing(Example example) {
		String written = example.codec().encode(example.decode());
		List<String> differences = JsonDifference.between(example.json(), Json.read(written))
			.stream()
			.filter((difference) -> !difference.isVanishedNull())
			.map(JsonDifference::toString)
			.toList();
		assertThat(differences).containsExactlyInAnyOrderElementsOf(DEVIATIONS.getOrDefault(example.file(), List.of()));
	}

	private static Stream<Example> examples() {
		return ProtocolFiles.json("examples/index.json")
			.propertyStream()
			.map((entry) -> new Example(entry.getKey(), entry.getValue().path("direction").asString(""),
					CODECS.get(entry.getValue().path("family").asString(""))))
			.filter((example) -> example.codec() != null && !example.direction().equals("rest"));
	}

	private static List<String> renamed(String from, String to) {
		return List.of("$.type changed from \"%s\" to \"%s\"".formatted(from, to));
	}

	/**
	 * A file with one event.
	 *
	 * @param file its name
	 * @param direction who says it, {@code client} or {@code server}
	 * @param codec the codec of the dialect in which it is said
	 */
	record Example(String file, String direction, RealtimeCodec codec) {

		JsonNode json() {
			return ProtocolFiles.json("examples/" + this.file);
		}

		RealtimeMessage decode() {
			String json = json().toString();
			return this.direction.equals("server") ? this.codec.decodeServerEvent(json)
					: this.codec.decodeClientEvent(json);
		}

		@Override
		public String toString() {
			return this.file;
		}

	}

}
