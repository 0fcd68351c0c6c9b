package io.realtime4j.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.TranscriptionSessionCreated;
import io.realtime4j.model.Toggle;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Dialect}: what is the same in other words, and what only one can say.
 */
class DialectTests {

	private static final Map<String, String> RENAMED = Map.of("response.output_text.delta", "response.text.delta",
			"response.output_text.done", "response.text.done", "response.output_audio.delta", "response.audio.delta",
			"response.output_audio.done", "response.audio.done", "response.output_audio_transcript.delta",
			"response.audio_transcript.delta", "response.output_audio_transcript.done",
			"response.audio_transcript.done");

	private static final RealtimeCodec GA = RealtimeCodec.create(Dialect.GA);

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	@ParameterizedTest
	@ValueSource(strings = { "session-update", "session-off", "session-created", "item-create", "response-create",
			"response-done", "output-item-done" })
	void sameEventInBothDialectsIsEqual(String name) {
		String gaText = Json.resource(name + ".ga.json");
		String betaText = Json.resource(name + ".beta.json");
		RealtimeMessage event = decode(gaText);
		assertThat(decode(betaText)).isEqualTo(event);
		Json.assertSame(GA.encode(event), gaText);
		Json.assertSame(BETA.encode(event), betaText);
	}

	@ParameterizedTest
	@MethodSource("renamedEvents")
	void renamedEventIsTheSameEvent(String gaName, String betaName) {
		String gaText = EventSamples.of("server")
			.filter((sample) -> sample.type().equals(gaName))
			.findFirst()
			.orElseThrow()
			.text();
		String betaText = gaText.replace(gaName, betaName);
		RealtimeMessage event = BETA.decodeServerEvent(betaText);
		assertThat(event).isEqualTo(GA.decodeServerEvent(gaText));
		assertThat(event.type()).isEqualTo(gaName);
		Json.assertSame(GA.encode(event), gaText);
		Json.assertSame(BETA.encode(event), betaText);
	}

	@ParameterizedTest
	@ValueSource(strings = { "conversation.item.added", "conversation.item.done",
			"input_audio_buffer.timeout_triggered", "input_audio_buffer.dtmf_event_received" })
	void eventThatBetaDoesNotKnowIsRefusedByName(String type) {
		EventSamples.of("server")
			.filter((sample) -> sample.type().equals(type))
			.forEach((sample) -> assertThatExceptionOfType(RealtimeCodecException.class)
				.isThrownBy(() -> BETA.encode(sample.decode()))
				.withMessageContaining(type));
	}

	@Test
	void javadocNamesTheEventsThatBetaDoesNotKnow() throws IOException {
		String javadoc = Files.readString(Path.of("src/main/java/io/realtime4j/codec/Dialect.java"));
		String gaAlone = javadoc.substring(javadoc.indexOf("<li>GA alone"), javadoc.indexOf("</li>"));
		Set<String> named = Pattern.compile("\\{@code ([a-z_.]+)}")
			.matcher(gaAlone)
			.results()
			.map((code) -> code.group(1))
			.filter((code) -> !code.equals("session.update") && !code.startsWith("."))
			.collect(Collectors.toSet());
		Map<String, Boolean> canBeSaid = EventSamples.all()
			.filter((sample) -> !sample.json().path("session").path("type").asString("").equals("transcription"))
			.collect(Collectors.toMap(EventSamples.Sample::type, DialectTests::canBeSaidInBeta, Boolean::logicalOr));
		canBeSaid.values().removeIf((can) -> can);
		assertThat(canBeSaid.keySet()).isEqualTo(named);
	}

	private static boolean canBeSaidInBeta(EventSamples.Sample sample) {
		RealtimeMessage event = sample.decode();
		try {
			return !BETA.encode(event).isEmpty();
		}
		catch (RealtimeCodecException ex) {
			return false;
		}
	}

	@Test
	void everyOtherSampleCanBeSaidInBetaAndComesBack() {
		Stream<EventSamples.Sample> samples = EventSamples.all().filter((sample) -> !sample.isGaOnly());
		assertThat(samples).allSatisfy((sample) -> {
			RealtimeMessage event = sample.decode();
			assertThat(decode(BETA.encode(event))).isEqualTo(event);
		});
	}

	@Test
	void transcriptionSessionInSessionUpdateIsRefusedInBeta() {
		SessionUpdate event = (SessionUpdate) GA
			.decodeClientEvent(Json.quoted("{'type': 'session.update', 'session': {'type': 'transcription'}}"));
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> BETA.encode(event))
			.withMessageContaining("session.update")
			.withMessageContaining("transcription_session.update");
	}

	@Test
	void pcmAtAnotherRateIsRefusedInBeta() {
		SessionUpdate event = update(AudioInput.builder().format(new AudioPcm(16000L)).build());
		Json.assertSame(GA.encode(event), "{'type': 'session.update', 'session': {'type': 'realtime', 'audio': "
				+ "{'input': {'format': {'type': 'audio/pcm', 'rate': 16000}}}}}");
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> BETA.encode(event))
			.withMessageContaining("16000");
	}

	@Test
	void settingsWithoutAnyMemberVanishInBeta() {
		SessionUpdate empty = update(AudioInput.builder().build());
		assertThat(decode(BETA.encode(empty))).isEqualTo(SessionUpdate.of(RealtimeSessionSettings.builder().build()));
	}

	@Test
	void memberInTheWordsOfBothDialectsIsTheOneOfGaInBeta() {
		String both = "{'type': 'session.update', 'session': {'voice': 'ash', 'audio': {'output': {'voice': 'echo'}}}}";
		Json.assertSame(BETA.encode(decode(Json.quoted(both))),
				"{'type': 'session.update', 'session': {'voice': 'echo'}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "16000", "1e400", "9223372036854775808" })
	void pcmAtRateThatBetaDoesNotHaveIsRefusedInBeta(String rate) {
		RealtimeMessage event = decode(Json.quoted("{'type': 'session.update', 'session': {'type': 'realtime', "
				+ "'audio': {'output': {'format': {'type': 'audio/pcm', 'rate': " + rate + "}}}}}"));
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> BETA.encode(event));
	}

	@Test
	void settingThatIsOffIsToldFromOneThatIsAbsent() {
		SessionUpdate off = update(AudioInput.builder().turnDetectionOff().build());
		SessionUpdate absent = update(AudioInput.builder().build());
		assertThat(off).isNotEqualTo(absent);
		Json.assertSame(BETA.encode(off), "{'type': 'session.update', 'session': {'turn_detection': null}}");
		Json.assertSame(GA.encode(off), "{'type': 'session.update', 'session': {'type': 'realtime', "
				+ "'audio': {'input': {'turn_detection': null}}}}");
		Json.assertSame(BETA.encode(absent), "{'type': 'session.update', 'session': {}}");
		assertThat(input(BETA.encode(off)).turnDetection()).isEqualTo(Toggle.off());
		assertThat(input(GA.encode(off)).turnDetection()).isEqualTo(Toggle.off());
		assertThat(input(GA.encode(absent)).turnDetection()).isNull();
	}

	@Test
	void unknownFormatNameOfBetaIsKept() {
		String text = "{'type': 'session.update', 'session': {'input_audio_format': 'opus', 'voice': 'kazoo'}}";
		Json.assertSame(BETA.encode(decode(Json.quoted(text))), text);
	}

	@Test
	void flatMemberBesideItsNestedOneIsKept() {
		String text = "{'type': 'session.created', 'session': {'voice': 'ash', "
				+ "'audio': {'output': {'voice': 'echo'}}}}";
		SessionCreated event = (SessionCreated) GA.decodeServerEvent(Json.quoted(text));
		RealtimeSessionSettings session = (RealtimeSessionSettings) event.session();
		assertThat(session.extra()).containsEntry("voice", Json.value("ash"));
		assertThat(session.audio().output().voice()).hasToString("Voice[value=echo]");
	}

	@Test
	void flatTranscriptionSessionIsNested() {
		String flat = "{'type': 'transcription_session.created', 'event_id': 'event_1', 'id': 'sess_1', "
				+ "'input_audio_format': 'pcm16', 'turn_detection': null, 'hotword': 'tea'}";
		String nested = "{'type': 'transcription_session.created', 'event_id': 'event_1', 'session': {'id': 'sess_1', "
				+ "'input_audio_format': 'pcm16', 'turn_detection': null, 'hotword': 'tea'}}";
		TranscriptionSessionCreated event = (TranscriptionSessionCreated) BETA.decodeServerEvent(Json.quoted(flat));
		assertThat(event.eventId()).isEqualTo("event_1");
		assertThat(event.session().id()).isEqualTo("sess_1");
		assertThat(event).isEqualTo(BETA.decodeServerEvent(Json.quoted(nested)));
		Json.assertSame(BETA.encode(event), nested);
	}

	@Test
	void membersOfOneDialectAreWrittenInBothAsTheyAre() {
		String betaText = "{'type': 'session.update', 'session': {'reasoning': {'effort': 'low'}, "
				+ "'truncation': 'auto', 'parallel_tool_calls': true, 'prompt': {'id': 'pmpt_1'}, 'hotword': 'tea'}}";
		Json.assertSame(BETA.encode(decode(Json.quoted(betaText))), betaText);
		String gaText = "{'type': 'session.update', 'session': {'type': 'realtime', 'temperature': 0.9}}";
		Json.assertSame(GA.encode(decode(Json.quoted(gaText))), gaText);
	}

	@Test
	void olderNameOfTheMostTokensOfResponseIsWrittenInBetaOnly() {
		String older = "{'type': 'response.create', 'response': {'max_response_output_tokens': 7, 'mood': 'calm'}}";
		Json.assertSame(BETA.encode(decode(Json.quoted(older))), older);
		Json.assertSame(GA.encode(decode(Json.quoted(older))),
				"{'type': 'response.create', 'response': {'max_output_tokens': 7, 'mood': 'calm'}}");
		String both = "{'type': 'response.create', 'response': {'max_response_output_tokens': 7, "
				+ "'max_output_tokens': 'inf'}}";
		Json.assertSame(GA.encode(decode(Json.quoted(both))), both);
	}

	private AudioInput input(String text) {
		SessionUpdate event = (SessionUpdate) decode(text);
		SessionAudio audio = ((RealtimeSessionSettings) event.session()).audio();
		return (audio != null) ? audio.input() : AudioInput.builder().build();
	}

	private static SessionUpdate update(AudioInput input) {
		return SessionUpdate.of(RealtimeSessionSettings.builder().audio(SessionAudio.input(input)).build());
	}

	private RealtimeMessage decode(String text) {
		boolean fromClient = EventTypes.CLIENT.containsKey(Json.read(text).path("type").asString(""));
		return fromClient ? GA.decodeClientEvent(text) : GA.decodeServerEvent(text);
	}

	private static Stream<Object[]> renamedEvents() {
		return RENAMED.entrySet().stream().map((entry) -> new Object[] { entry.getKey(), entry.getValue() });
	}

}
