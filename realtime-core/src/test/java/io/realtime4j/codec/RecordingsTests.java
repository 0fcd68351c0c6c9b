package io.realtime4j.codec;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with recordings of real sessions.
 */
class RecordingsTests {

	private static final RealtimeCodec GA = RealtimeCodec.create();

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	/**
	 * Types that no schema knows: one of xAI's own, and one that was sent to see the
	 * error.
	 */
	private static final Set<String> UNKNOWN_TYPES = Set.of("ping", "nope");

	/**
	 * Members that OpenAI and Azure send although no schema declares them, on events
	 * whose records have no place for them. They stand in the JSON that is delivered with
	 * the event.
	 */
	private static final Set<String> UNDECLARED = Set.of(
			"conversation.item.input_audio_transcription.delta $.obfuscation lost",
			"response.function_call_arguments.delta $.obfuscation lost",
			"response.output_audio_transcript.delta $.obfuscation lost",
			"response.output_text.delta $.obfuscation lost", "response.content_part.added $.content lost",
			"response.content_part.done $.content lost",
			"response.done $.response.usage.output_token_details.reasoning_tokens lost");

	@BeforeAll
	static void skipWithoutProtocolFiles() {
		ProtocolFiles.list("recordings", ".jsonl");
	}

	@ParameterizedTest
	@MethodSource("recordings")
	void everyEventDecodesToTypedEvent(Path recording) {
		for (JsonNode line : messages(recording)) {
			String type = line.path("data").path("type").asString("");
			boolean unknown = decode(line) instanceof UnknownServerEvent || decode(line) instanceof UnknownClientEvent;
			assertThat(unknown).as(type).isEqualTo(UNKNOWN_TYPES.contains(type));
		}
	}

	@ParameterizedTest
	@MethodSource("recordings")
	void everyUnknownEventKeepsItsJson(Path recording) {
		for (JsonNode line : messages(recording)) {
			if (UNKNOWN_TYPES.contains(line.path("data").path("type").asString(""))) {
				Json.assertSame(Json.read(codec(recording).encode(decode(line))), line.get("data"));
			}
		}
	}

	@Test
	void eventsOfOpenAiAndAzureLoseOnlyWhatNoSchemaDeclares() {
		Set<String> differences = recordings().map(Named::getPayload)
			.filter((recording) -> !name(recording).startsWith("xai") && !name(recording).startsWith("voice-live"))
			.flatMap(RecordingsTests::differences)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(differences).containsExactlyInAnyOrderElementsOf(UNDECLARED);
	}

	private static Stream<String> differences(Path recording) {
		return messages(recording).stream().flatMap((line) -> {
			JsonNode event = line.get("data");
			String written = codec(recording).encode(decode(line));
			return JsonDifference.between(event, Json.read(written))
				.stream()
				.filter((difference) -> !difference.isVanishedNull())
				.map((difference) -> event.path("type").asString("") + " " + difference);
		});
	}

	private static RealtimeMessage decode(JsonNode line) {
		String json = line.get("data").toString();
		return line.path("direction").asString("").equals("received") ? GA.decodeServerEvent(json)
				: GA.decodeClientEvent(json);
	}

	private static RealtimeCodec codec(Path recording) {
		return name(recording).startsWith("beta") ? BETA : GA;
	}

	private static List<JsonNode> messages(Path recording) {
		List<JsonNode> messages = ProtocolFiles.lines(recording)
			.stream()
			.filter((line) -> line.path("kind").asString("").equals("message"))
			.toList();
		assertThat(messages).isNotEmpty();
		return messages;
	}

	private static Stream<Named<Path>> recordings() {
		return ProtocolFiles.list("recordings", ".jsonl").stream().map((file) -> Named.of(name(file), file));
	}

	private static String name(Path recording) {
		return recording.getFileName().toString();
	}

}
