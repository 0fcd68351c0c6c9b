package io.realtime4j.simulator.dialect;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.support.StreamValidator;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ServedBetaDialectTests {

	private final ServedBetaDialect dialect = new ServedBetaDialect();

	private SessionHarness harness = SessionHarness.open();

	@AfterEach
	void streamIsValid() {
		StreamValidator validator = StreamValidator.beta();
		events().forEach(validator::accept);
		assertThat(validator.complaints()).isEmpty();
	}

	@Test
	void sessionIsFlat() {
		List<ObjectNode> events = events();
		assertThat(types(events)).containsExactly("session.created", "conversation.created");
		JsonNode session = events.get(0).path("session");
		assertThat(session.path("modalities")).hasSize(2);
		assertThat(session.path("voice").asString()).isEqualTo("alloy");
		assertThat(session.path("input_audio_format").asString()).isEqualTo("pcm16");
		assertThat(session.path("turn_detection").path("type").asString()).isEqualTo("server_vad");
		assertThat(session.path("max_response_output_tokens").asString()).isEqualTo("inf");
		assertThat(session.has("audio")).isFalse();
		assertThat(session.has("type")).isFalse();
	}

	@Test
	void flatSettingsAreTaken() {
		send("{'type':'session.update','session':{'modalities':['text'],'voice':'sage','input_audio_format':'g711_ulaw',"
				+ "'output_audio_format':'g711_alaw','input_audio_transcription':{'model':'whisper-1'},"
				+ "'turn_detection':null,'temperature':0.6,'max_response_output_tokens':200}}");
		JsonNode session = last("session.updated").path("session");
		assertThat(Json.write(session.path("modalities"))).isEqualTo("[\"text\"]");
		assertThat(session.path("voice").asString()).isEqualTo("sage");
		assertThat(session.path("input_audio_format").asString()).isEqualTo("g711_ulaw");
		assertThat(session.path("output_audio_format").asString()).isEqualTo("g711_alaw");
		assertThat(session.path("input_audio_transcription").path("model").asString()).isEqualTo("whisper-1");
		assertThat(session.path("turn_detection").isNull()).isTrue();
		assertThat(session.path("temperature").asDouble()).isEqualTo(0.6);
		assertThat(session.path("max_response_output_tokens").asInt()).isEqualTo(200);
	}

	@Test
	void refusalNamesTheFlatParameter() {
		send("{'type':'session.update','session':{'turn_detection':{'type':'server_vad','threshold':7}}}");
		assertThat(last("error").at("/error/param").asString()).isEqualTo("session.turn_detection.threshold");
		assertThat(last("error").at("/error/message").asString()).contains("'session.turn_detection.threshold'");
	}

	@Test
	void textAnswerHasTheNamesAndMembersOfTheRecording() {
		List<ObjectNode> real = Recordings.received("beta-text-response");
		this.harness.script().addReply(ModelReply.text("Hi."));
		send("{'type':'response.create','response':{'modalities':['text'],'metadata':{'request_id':'1'}}}");
		this.harness.finish();
		assertThat(types(events())).containsSubsequence("response.created", "response.output_item.added",
				"conversation.item.created", "response.content_part.added", "response.text.delta", "response.text.done",
				"response.content_part.done", "response.output_item.done", "response.done");
		assertThat(types(events())).doesNotContain("conversation.item.added", "conversation.item.done");
		for (ObjectNode event : real) {
			assertThat(last(Json.text(event, "type", "")).propertyNames())
				.containsExactlyInAnyOrderElementsOf(event.propertyNames());
		}
		assertThat(last("response.created").path("response").propertyNames())
			.containsExactlyInAnyOrderElementsOf(real.get(0).path("response").propertyNames());
		assertThat(last("response.output_item.done").at("/item/content/0/type").asString()).isEqualTo("text");
		assertThat(last("response.output_item.done").at("/item/object").asString()).isEqualTo("realtime.item");
	}

	@Test
	void spokenAnswerHasItsOldNames() {
		this.harness.script().addReply(ModelReply.text("Hi."));
		send("{'type':'response.create'}");
		this.harness.finish();
		assertThat(types(events())).contains("response.audio.delta", "response.audio.done",
				"response.audio_transcript.delta", "response.audio_transcript.done");
		assertThat(last("response.done").at("/response/output/0/content/0/type").asString()).isEqualTo("audio");
		assertThat(last("response.audio_transcript.delta").has("obfuscation")).isFalse();
	}

	@Test
	void assistantTextIsTaken() {
		send("{'type':'conversation.item.create','item':{'type':'message','role':'assistant','content':"
				+ "[{'type':'text','text':'Nice to meet you.'}]}}");
		assertThat(last("conversation.item.created").at("/item/content/0/type").asString()).isEqualTo("text");
	}

	@Test
	void transcriptionSessionHasEventsOfItsOwn() {
		this.harness = SessionHarness.open(SessionRequest.transcription());
		send("{'type':'transcription_session.update','session':{'input_audio_format':'pcm16',"
				+ "'input_audio_transcription':{'model':'gpt-4o-transcribe'}}}");
		assertThat(types(events())).containsExactly("transcription_session.created", "transcription_session.updated");
		JsonNode session = last("transcription_session.updated").path("session");
		assertThat(session.path("input_audio_transcription").path("model").asString()).isEqualTo("gpt-4o-transcribe");
		assertThat(session.path("object").asString()).isEqualTo("realtime.transcription_session");
	}

	private void send(String json) {
		this.harness.send(Json.write(this.dialect.toGa(Json.parse(json.replace('\'', '"')))));
	}

	private ObjectNode last(String type) {
		return events().stream()
			.filter((event) -> type.equals(Json.text(event, "type")))
			.reduce((first, second) -> second)
			.orElseThrow(() -> new AssertionError("No " + type + " in " + types(events())));
	}

	private List<ObjectNode> events() {
		List<ObjectNode> translated = new ArrayList<>();
		this.harness.events().forEach((event) -> translated.addAll(this.dialect.fromGa(event.deepCopy())));
		return translated;
	}

	private static List<String> types(List<ObjectNode> events) {
		return events.stream().map((event) -> Json.text(event, "type", "")).toList();
	}

}
