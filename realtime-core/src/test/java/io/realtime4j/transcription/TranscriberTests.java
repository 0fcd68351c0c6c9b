package io.realtime4j.transcription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.model.transcription.TranscriptionModel;
import io.realtime4j.session.Greeting;
import io.realtime4j.session.ScriptedClient;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.Wire;
import io.realtime4j.speech.Transcript;
import io.realtime4j.speech.TranscriptSegment;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Transcriber}.
 */
class TranscriberTests {

	private static final SessionSpec DEFAULT = SessionSpec
		.builder(RealtimeSessionSettings.builder().instructions("Be brief.").build())
		.greeting(Greeting.ofText("Hello."))
		.build();

	private final ScriptedClient scripted = new ScriptedClient(DEFAULT);

	private final List<String> heard = new ArrayList<>();

	@Test
	void recordingIsTranscribedTurnByTurnAndTheSessionClosed() {
		CompletableFuture<Transcript> future = transcribe();
		JsonNode settings = open();
		assertThat(settings.path("type").asString()).isEqualTo("transcription");
		assertThat(settings.at("/audio/input/transcription/model").asString()).isEqualTo("gpt-4o-mini-transcribe");
		this.scripted.advance(Duration.ofSeconds(1));
		receive(turn("item_1", 100, 900), turn("item_2", 1_000, 1_400), text("item_2", "Two."));
		acknowledge();
		assertThat(future).isNotDone();
		receive(text("item_1", "One."));
		assertThat(future).isCompleted();
		Transcript transcript = future.join();
		assertThat(transcript.text()).isEqualTo("One.\nTwo.");
		assertThat(transcript.segments()).containsExactly(
				new TranscriptSegment("One.", Duration.ofMillis(100), Duration.ofMillis(900), null),
				new TranscriptSegment("Two.", Duration.ofMillis(1_000), Duration.ofMillis(1_400), null));
		assertThat(transcript.errors()).isEmpty();
		assertThat(this.scripted.client().sessions()).allMatch((session) -> session.state() == SessionState.CLOSING);
	}

	@Test
	void turnThatIsSpokenWhenAllIsReceivedIsWaitedFor() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		this.scripted.advance(Duration.ofSeconds(1));
		receive(started("item_1", 100));
		acknowledge();
		assertThat(future).isNotDone();
		receive(stopped("item_1", 900), committed("item_1"), text("item_1", "One."));
		assertThat(future).isCompletedWithValueMatching((transcript) -> transcript.text().equals("One."));
	}

	@Test
	void segmentsOfTheServiceTakeThePlaceOfTheTurn() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		this.scripted.advance(Duration.ofSeconds(1));
		receive(turn("item_1", 100, 900), segment("item_1", "Hello", 0.1, 0.35, "A"),
				segment("item_1", "there", 0.35, 0.8, "B"), text("item_1", "Hello there"));
		acknowledge();
		assertThat(future.getNow(null).segments()).containsExactly(
				new TranscriptSegment("Hello", Duration.ofMillis(100), Duration.ofMillis(350), "A"),
				new TranscriptSegment("there", Duration.ofMillis(350), Duration.ofMillis(800), "B"));
	}

	@Test
	void endOfTheSourceIsTheOnlyTurnWhereTheServiceDetectsNone() {
		CompletableFuture<Transcript> future = Transcriber.of(this.scripted.client())
			.transcribe(source(), (spec) -> spec
				.transcription((settings) -> settings.audioInput((input) -> input.turnDetectionOff())));
		open();
		this.scripted.advance(Duration.ofSeconds(1));
		assertThat(this.scripted.connection().types()).contains("input_audio_buffer.commit");
		receive(committed("item_1"));
		acknowledge();
		receive(text("item_1", "All of it."));
		assertThat(future.getNow(null).segments())
			.containsExactly(new TranscriptSegment("All of it.", null, null, null));
	}

	@Test
	void turnThatTheServiceCannotTranscribeIsTold() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		this.scripted.advance(Duration.ofSeconds(1));
		receive(turn("item_1", 100, 900), turn("item_2", 1_000, 1_400), failed("item_1"), text("item_2", "Two."));
		acknowledge();
		assertThat(future.getNow(null).text()).isEqualTo("Two.");
		assertThat(future.getNow(null).errors()).singleElement()
			.satisfies((error) -> assertThat(error.message()).isEqualTo("noise"));
	}

	@Test
	void silentServiceIsWaitedForNoLongerThanItsTimeouts() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		this.scripted.advance(Duration.ofSeconds(1));
		receive(turn("item_1", 100, 900));
		this.scripted.advance(Duration.ofMinutes(3));
		assertThat(future).isCompletedWithValueMatching((transcript) -> transcript.text().isEmpty());
	}

	@Test
	void endOfTheSessionFailsTheTranscript() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		this.scripted.connection().end(new ConnectionLost("reset"));
		assertThat(future).isCompletedExceptionally();
		assertThat(future.handle((transcript, ex) -> ex))
			.isCompletedWithValueMatching((ex) -> ex instanceof SessionClosedException);
	}

	@Test
	void cancellingClosesTheSession() {
		CompletableFuture<Transcript> future = transcribe();
		open();
		future.cancel(true);
		assertThat(this.scripted.connection().calls()).contains("close 1000");
	}

	@Test
	void inputSettingsOfTheDefaultAreKept() {
		ScriptedClient own = new ScriptedClient(SessionSpec.of(RealtimeSessionSettings.builder()
			.audio(SessionAudio.input(AudioInput.builder()
				.transcription(
						AudioTranscription.builder().model(TranscriptionModel.GPT_4O_TRANSCRIBE).language("de").build())
				.build()))
			.build()));
		Transcriber.of(own.client())
			.transcribe(source(), (spec) -> spec.on(RealtimeMessage.class, (event) -> this.heard.add(event.type())));
		own.connection().accept().receive(Wire.sessionCreated());
		JsonNode settings = own.connection().expect("session.update").path("session");
		assertThat(settings.at("/audio/input/transcription/model").asString()).isEqualTo("gpt-4o-transcribe");
		assertThat(settings.at("/audio/input/transcription/language").asString()).isEqualTo("de");
		assertThat(this.heard).contains("session.created");
	}

	private CompletableFuture<Transcript> transcribe() {
		return Transcriber.of(this.scripted.client()).transcribe(source());
	}

	private static AudioSource source() {
		return AudioSource.of(Pcm.of(16_000, new byte[32_000])).atOnce();
	}

	private JsonNode open() {
		ScriptedConnection connection = this.scripted.connection();
		connection.accept().receive(Wire.sessionCreated());
		JsonNode settings = connection.expect("session.update").path("session");
		ObjectNode updated = Wire.event("session.updated");
		updated.set("session", settings);
		receive(updated.toString());
		return settings;
	}

	private void acknowledge() {
		receive(Wire.event("session.updated").set("session", Wire.json("{\"type\":\"transcription\"}")).toString());
	}

	private void receive(String... texts) {
		for (String text : texts) {
			this.scripted.connection().receive(text.split("\n"));
		}
	}

	private static String turn(String itemId, long start, long end) {
		return started(itemId, start) + "\n" + stopped(itemId, end) + "\n" + committed(itemId);
	}

	private static String started(String itemId, long millis) {
		return Wire.event("input_audio_buffer.speech_started")
			.put("item_id", itemId)
			.put("audio_start_ms", millis)
			.toString();
	}

	private static String stopped(String itemId, long millis) {
		return Wire.event("input_audio_buffer.speech_stopped")
			.put("item_id", itemId)
			.put("audio_end_ms", millis)
			.toString();
	}

	private static String committed(String itemId) {
		return Wire.event("input_audio_buffer.committed").put("item_id", itemId).toString();
	}

	private static String text(String itemId, String text) {
		return Wire.event("conversation.item.input_audio_transcription.completed")
			.put("item_id", itemId)
			.put("content_index", 0)
			.put("transcript", text)
			.toString();
	}

	private static String segment(String itemId, String text, double start, double end, String speaker) {
		return Wire.event("conversation.item.input_audio_transcription.segment")
			.put("item_id", itemId)
			.put("content_index", 0)
			.put("text", text)
			.put("start", start)
			.put("end", end)
			.put("speaker", speaker)
			.toString();
	}

	private static String failed(String itemId) {
		ObjectNode event = Wire.event("conversation.item.input_audio_transcription.failed")
			.put("item_id", itemId)
			.put("content_index", 0);
		event.putObject("error").put("type", "transcription_error").put("message", "noise");
		return event.toString();
	}

}
