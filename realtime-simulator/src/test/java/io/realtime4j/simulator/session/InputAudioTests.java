package io.realtime4j.simulator.session;

import java.util.Arrays;
import java.util.List;

import io.realtime4j.audio.G711;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.wire.Json;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class InputAudioTests {

	private static final Offset<Long> FRAME = Offset.offset(40L);

	private static final byte[] TURN = Sounds.join(Sounds.silence(24000, 1000), Sounds.tone(24000, 2000),
			Sounds.silence(24000, 1000));

	private final SessionHarness harness = SessionHarness.open();

	@AfterEach
	void theStreamIsValid() {
	}

	@Test
	void turnIsDetectedInTheTimeOfTheAudio() {
		stream(TURN, 4800);
		assertThat(this.harness.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
			.isCloseTo(700, FRAME);
		assertThat(this.harness.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong()).isCloseTo(3200,
				FRAME);
		assertThat(this.harness.types()).containsSubsequence("input_audio_buffer.speech_started",
				"input_audio_buffer.speech_stopped", "input_audio_buffer.committed", "conversation.item.added",
				"conversation.item.done", "response.created");
		assertThat(this.harness.last("input_audio_buffer.committed").path("item_id"))
			.isEqualTo(this.harness.last("input_audio_buffer.speech_started").path("item_id"));
		assertThat(this.harness.finish().at("/output/0/content/0/transcript").asString())
			.startsWith("I heard you speak for 2.0 seconds.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 7 * 2 * 24 + 2, 7 * 2 * 24 + 1 })
	void pieceSizesDoNotMatter(int size) {
		stream(TURN, size);
		assertThat(this.harness.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong()).isCloseTo(3200,
				FRAME);
		this.harness.finish();
	}

	@Test
	void settingsOfTurnDetectionAreRespected() {
		this.harness.update("{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad',"
				+ "'prefix_padding_ms':100,'silence_duration_ms':600,'create_response':false}}}}");
		stream(TURN, 4800);
		assertThat(this.harness.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
			.isCloseTo(900, FRAME);
		assertThat(this.harness.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong()).isCloseTo(3600,
				FRAME);
		assertThat(this.harness.types()).doesNotContain("response.created");
	}

	@Test
	void quietSoundIsNoSpeechWhereTheThresholdIsHigh() {
		this.harness.update(
				"{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad'," + "'threshold':1.0}}}}");
		byte[] quiet = TURN.clone();
		for (int i = 1; i < quiet.length; i += 2) {
			quiet[i] = (byte) (quiet[i] >> 3);
		}
		stream(quiet, 4800);
		assertThat(this.harness.types()).doesNotContain("input_audio_buffer.speech_started");
	}

	@Test
	void semanticDetectionIsAsPatientAsItsEagernessSays() {
		this.harness.update("{'type':'realtime','audio':{'input':{'turn_detection':{'type':'semantic_vad',"
				+ "'eagerness':'high'}}}}");
		stream(TURN, 4800);
		assertThat(this.harness.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong()).isCloseTo(3300,
				FRAME);
		this.harness.finish();
	}

	@Test
	void telephoneAudioIsUnderstood() {
		this.harness.update("{'type':'realtime','audio':{'input':{'format':{'type':'audio/pcmu'}}}}");
		byte[] turn = Sounds.join(Sounds.silence(8000, 1000), Sounds.tone(8000, 2000), Sounds.silence(8000, 1000));
		stream(G711.encodeUlaw(turn), 160);
		assertThat(this.harness.last("input_audio_buffer.speech_started").path("audio_start_ms").asLong())
			.isCloseTo(700, FRAME);
		assertThat(this.harness.last("input_audio_buffer.speech_stopped").path("audio_end_ms").asLong()).isCloseTo(3200,
				FRAME);
		this.harness.finish();
	}

	@Test
	void speechInterruptsTheAnswer() {
		longAnswer();
		stream(TURN, 4800);
		JsonNode response = this.harness.all("response.done").get(0).path("response");
		assertThat(response.path("status").asString()).isEqualTo("cancelled");
		assertThat(response.at("/status_details/reason").asString()).isEqualTo("turn_detected");
		this.harness.finish();
		assertThat(this.harness.all("response.created")).hasSize(2);
	}

	@Test
	void speechLeavesTheAnswerAloneIfItMayNotInterrupt() {
		this.harness.update("{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad',"
				+ "'interrupt_response':false}}}}");
		longAnswer();
		stream(TURN, 4800);
		assertThat(this.harness.types()).doesNotContain("response.done", "error");
		this.harness.finish();
		assertThat(this.harness.all("response.done")).extracting((event) -> event.at("/response/status").asString())
			.containsExactly("completed", "completed");
	}

	@Test
	void transcriptIsHonest() {
		this.harness.update("{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'}}}}");
		stream(TURN, 4800);
		this.harness.finish();
		ObjectNode completed = this.harness.last("conversation.item.input_audio_transcription.completed");
		assertThat(completed.path("transcript").asString()).isEqualTo("(2.0 seconds of speech)");
		assertThat(Json.write(completed.path("usage"))).isEqualTo("{\"type\":\"duration\",\"seconds\":3}");
		assertThat(this.harness.types()).contains("conversation.item.input_audio_transcription.delta");
	}

	@Test
	void scriptedTranscriptIsHeardByTheModel() {
		this.harness.update("{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-4o-transcribe'}}}}");
		this.harness.script().addTranscript("My name is Ada.");
		stream(TURN, 4800);
		assertThat(this.harness.finish().at("/output/0/content/0/transcript").asString())
			.isEqualTo("Nice to meet you, Ada.");
		ObjectNode completed = this.harness.last("conversation.item.input_audio_transcription.completed");
		assertThat(completed.path("transcript").asString()).isEqualTo("My name is Ada.");
		assertThat(completed.at("/usage/type").asString()).isEqualTo("tokens");
	}

	@Test
	void turnIsCommittedByHand() {
		byHand();
		this.harness.append(Sounds.tone(24000, 500));
		this.harness.send("{'type':'input_audio_buffer.commit'}");
		assertThat(this.harness.types()).endsWith("input_audio_buffer.committed", "conversation.item.added",
				"conversation.item.done");
		this.harness.send("{'type':'input_audio_buffer.commit','event_id':'again'}");
		ObjectNode error = this.harness.lastError();
		assertThat(error.path("code").asString()).isEqualTo("input_audio_buffer_commit_empty");
		assertThat(error.path("event_id").asString()).isEqualTo("again");
		assertThat(error.path("message").asString()).isEqualTo("Error committing input audio buffer: buffer too small. "
				+ "Expected at least 100ms of audio, but buffer only has 0.00ms of audio.");
	}

	@Test
	void clearedBufferIsEmpty() {
		byHand();
		this.harness.append(Sounds.tone(24000, 500));
		this.harness.send("{'type':'input_audio_buffer.clear'}");
		assertThat(this.harness.types()).endsWith("input_audio_buffer.cleared");
		this.harness.send("{'type':'input_audio_buffer.commit'}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("input_audio_buffer_commit_empty");
	}

	@Test
	void audioThatIsNoBase64IsRefused() {
		this.harness.send("{'type':'input_audio_buffer.append','audio':'*','event_id':'bad'}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("invalid_value");
		this.harness.send("{'type':'input_audio_buffer.append'}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Missing required parameter: 'audio'.");
	}

	@Test
	void modelSpeaksUpAfterLongSilence() {
		this.harness.update("{'type':'realtime','audio':{'input':{'transcription':{'model':'whisper-1'},"
				+ "'turn_detection':{'type':'server_vad','idle_timeout_ms':5000}}}}");
		this.harness.say("Hello");
		this.harness.respond();
		this.harness.advance(30_000);
		List<String> types = this.harness.types();
		assertThat(types).containsSubsequence("response.done", "input_audio_buffer.timeout_triggered",
				"input_audio_buffer.committed", "conversation.item.added", "conversation.item.done",
				"response.created");
		ObjectNode completed = this.harness.last("conversation.item.input_audio_transcription.completed");
		assertThat(completed.path("transcript").asString()).isEmpty();
		assertThat(completed.at("/usage/seconds").asInt()).isZero();
		this.harness.close();
	}

	@Test
	void transcriptionSessionOnlyTranscribes() {
		SessionHarness transcription = SessionHarness.open(SessionRequest.transcription());
		assertThat(transcription.last("session.created").at("/session/object").asString())
			.isEqualTo("realtime.transcription_session");
		transcription.update(
				"{'type':'transcription','audio':{'input':{'transcription':" + "{'model':'gpt-4o-mini-transcribe'}}}}");
		transcription.append(TURN);
		transcription.advance(10_000);
		assertThat(transcription.types()).contains("input_audio_buffer.committed",
				"conversation.item.input_audio_transcription.completed");
		assertThat(transcription.types()).doesNotContain("response.created");
		transcription.respond();
		assertThat(transcription.types()).endsWith("error");
	}

	private void longAnswer() {
		this.harness.script().addReply(ModelReply.builder().audio("A long answer.", new byte[480000]).build());
		this.harness.respond();
		this.harness.advance(300);
	}

	private void byHand() {
		this.harness.update("{'type':'realtime','audio':{'input':{'turn_detection':null}}}");
	}

	private void stream(byte[] audio, int size) {
		for (int i = 0; i < audio.length; i += size) {
			this.harness.append(Arrays.copyOfRange(audio, i, Math.min(audio.length, i + size)));
		}
	}

}
