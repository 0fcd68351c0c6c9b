package io.realtime4j.simulator.session;

import java.util.Arrays;
import java.util.Base64;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.standard.StandardModel;
import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.support.Sounds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TranslationSessionTests {

	private static final SessionRequest REQUEST = SessionRequest.translation("gpt-realtime-translate");

	private SessionHarness harness = SessionHarness.open(REQUEST);

	@Test
	void sessionHasTheMembersOfTheSpecification() {
		JsonNode session = this.harness.last("session.created").path("session");
		assertThat(session.propertyNames())
			.containsExactlyInAnyOrderElementsOf(Recordings.example("RealtimeTranslationSession").propertyNames());
		assertThat(session.path("model").asString()).isEqualTo("gpt-realtime-translate");
	}

	@Test
	void settingsAreTakenOrRefused() {
		this.harness.update("{'audio':{'output':{'language':'fr'}}}");
		assertThat(this.harness.last("session.updated").at("/session/audio/output/language").asString())
			.isEqualTo("fr");
		this.harness.update("{'audio':{'output':{'voice':'marin'}}}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.audio.output.voice");
		this.harness.send("{'type':'response.create'}");
		assertThat(this.harness.lastError().path("message").asString()).contains("'session.input_audio_buffer.append'");
	}

	@Test
	void speechIsWrittenDownAndSpokenInTheOtherLanguage() {
		this.harness.update("{'audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'}},"
				+ "'output':{'language':'es'}}}");
		this.harness.script().addTranscript("Good morning.");
		this.harness.script().addReply(ModelReply.text("Buenos dias."));
		speak();
		this.harness.advance(10_000);
		assertThat(deltas("session.input_transcript.delta")).isEqualTo("Good morning.");
		assertThat(deltas("session.output_transcript.delta")).isEqualTo("Buenos dias.");
		JsonNode audio = this.harness.last("session.output_audio.delta");
		assertThat(audio.path("sample_rate").asInt()).isEqualTo(24000);
		assertThat(audio.path("format").asString()).isEqualTo("pcm16");
		assertThat(audio.path("elapsed_ms").asInt()).isPositive();
		assertThat(this.harness.types()).noneMatch((type) -> type.startsWith("response."));
	}

	@Test
	void withoutATranslatorTheLanguageIsNamed() {
		this.harness.update("{'audio':{'output':{'language':'fr'}}}");
		speak();
		this.harness.advance(10_000);
		assertThat(deltas("session.output_transcript.delta")).isEqualTo("[fr] (1.0 seconds of speech)");
		assertThat(this.harness.all("session.input_transcript.delta")).isEmpty();
	}

	@Test
	void whoSpeaksWithoutPauseIsTranslatedMeanwhile() {
		this.harness.update("{'audio':{'output':{'language':'fr'}}}");
		append(Sounds.tone(24000, 65_000));
		this.harness.advance(10_000);
		assertThat(deltas("session.output_transcript.delta"))
			.isEqualTo("[fr] (30.0 seconds of speech)[fr] (30.0 seconds of speech)");
	}

	@Test
	void closeWaitsForTheLastWord() {
		this.harness.script().addTranscript("Good morning.");
		append(Sounds.tone(24000, 1000));
		this.harness.send("{'type':'session.close'}");
		append(Sounds.tone(24000, 1000));
		assertThat(this.harness.closeCode()).isZero();
		this.harness.advance(10_000);
		assertThat(deltas("session.output_transcript.delta")).isEqualTo("[en] Good morning.");
		assertThat(this.harness.types()).endsWith("session.closed");
		assertThat(this.harness.closeCode()).isEqualTo(1000);
	}

	@Test
	void voiceThatFailsIsToldAsAnErrorAndTheNextUtteranceIsSpoken() {
		this.harness = SessionHarness.open(REQUEST, new StandardModel(), (request) -> {
			if (request.text().equals("Uno.")) {
				throw new IllegalStateException("no");
			}
			return Sounds.tone(24000, 300);
		});
		this.harness.script().addReply(ModelReply.text("Uno."));
		this.harness.script().addReply(ModelReply.text("Dos."));
		speak();
		speak();
		this.harness.send("{'type':'session.close'}");
		this.harness.advance(10_000);
		assertThat(this.harness.lastError().path("type").asString()).isEqualTo("server_error");
		assertThat(deltas("session.output_transcript.delta")).isEqualTo("Dos.");
		assertThat(this.harness.types()).endsWith("session.closed");
	}

	private void speak() {
		append(Sounds.join(Sounds.silence(24000, 500), Sounds.tone(24000, 1000), Sounds.silence(24000, 1000)));
	}

	private void append(byte[] pcm) {
		for (int start = 0; start < pcm.length; start += 4800) {
			byte[] piece = Arrays.copyOfRange(pcm, start, Math.min(pcm.length, start + 4800));
			this.harness.send("{'type':'session.input_audio_buffer.append','audio':'"
					+ Base64.getEncoder().encodeToString(piece) + "'}");
		}
	}

	private String deltas(String type) {
		StringBuilder text = new StringBuilder();
		this.harness.all(type).forEach((event) -> text.append(event.path("delta").asString()));
		return text.toString();
	}

}
