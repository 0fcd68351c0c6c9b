package io.realtime4j.simulator.session;

import java.util.List;
import java.util.TreeSet;

import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.SessionHarness;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class SessionUpdateTests {

	private final SessionHarness harness = SessionHarness.open();

	@Test
	void sessionHasTheMembersOfARealOne() {
		List<ObjectNode> recording = Recordings.received("openai-text-in-audio-out");
		assertThat(members("", session())).isEqualTo(members("", recording.get(0).path("session")));
		this.harness.update("{'type':'realtime','audio':{'input':{'transcription':{'model':'gpt-realtime-whisper'}}}}");
		assertThat(members("", session())).isEqualTo(members("", recording.get(1).path("session")));
	}

	@Test
	void whatIsLeftOutIsKept() {
		this.harness.update("{'type':'realtime','instructions':'Be brief.','audio':{'output':{'voice':'cedar'}}}");
		this.harness.update(
				"{'type':'realtime','audio':{'input':{'turn_detection':{'type':'server_vad'," + "'threshold':0.7}}}}");
		JsonNode session = session();
		assertThat(session.path("instructions").asString()).isEqualTo("Be brief.");
		assertThat(session.at("/audio/output/voice").asString()).isEqualTo("cedar");
		assertThat(session.at("/audio/input/turn_detection/threshold").asDouble()).isEqualTo(0.7);
		assertThat(session.at("/audio/input/turn_detection/prefix_padding_ms").asInt()).isEqualTo(300);
	}

	@Test
	void nullClears() {
		this.harness
			.update("{'type':'realtime','tracing':'auto','audio':{'input':{'transcription':{'model':'whisper-1'},"
					+ "'noise_reduction':{'type':'near_field'}}}}");
		this.harness.update("{'type':'realtime','tracing':null,'audio':{'input':{'transcription':null,"
				+ "'noise_reduction':null,'turn_detection':null}}}");
		JsonNode session = session();
		assertThat(session.path("tracing").isNull()).isTrue();
		assertThat(session.at("/audio/input/transcription").isNull()).isTrue();
		assertThat(session.at("/audio/input/noise_reduction").isNull()).isTrue();
		assertThat(session.at("/audio/input/turn_detection").isNull()).isTrue();
	}

	@Test
	void emptyInstructionsAreThoseOfTheServer() {
		String original = session().path("instructions").asString();
		this.harness.update("{'type':'realtime','instructions':'Be brief.'}");
		this.harness.update("{'type':'realtime','instructions':''}");
		assertThat(session().path("instructions").asString()).isEqualTo(original);
	}

	@Test
	void unknownParameterDiscardsTheWholeUpdate() {
		this.harness.send("{'type':'session.update','event_id':'mine','session':{'type':'realtime','instructions':'x',"
				+ "'bogus_field':1}}");
		ObjectNode error = this.harness.lastError();
		assertThat(error.path("message").asString()).isEqualTo("Unknown parameter: 'session.bogus_field'.");
		assertThat(error.path("code").asString()).isEqualTo("unknown_parameter");
		assertThat(error.path("param").asString()).isEqualTo("session.bogus_field");
		assertThat(error.path("event_id").asString()).isEqualTo("mine");
		assertThat(this.harness.types()).doesNotContain("session.updated");
		this.harness.update("{'type':'realtime'}");
		assertThat(session().path("instructions").asString()).isNotEqualTo("x");
	}

	@Test
	void otherPcmRateIsRefused() {
		this.harness.update("{'type':'realtime','audio':{'input':{'format':{'type':'audio/pcm','rate':16000}}}}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("integer_below_min_value");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.audio.input.format.rate");
	}

	@Test
	void missingRateIsRefused() {
		this.harness.update("{'type':'realtime','audio':{'output':{'format':{'type':'audio/pcm'}}}}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Missing required parameter: 'session.audio.output.format.rate'.");
	}

	@Test
	void missingTypeIsRefused() {
		this.harness.update("{'instructions':'x'}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Missing required parameter: 'session.type'.");
	}

	@Test
	void wrongTypesAndValuesAreRefused() {
		this.harness.update("{'type':'realtime','instructions':7}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Invalid type for 'session.instructions': expected a string, but got an integer instead.");
		this.harness.update("{'type':'realtime','output_modalities':['video']}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Invalid value: 'video'. Supported values are: 'text' and 'audio'.");
		this.harness.update("{'type':'realtime','audio':{'output':{'speed':2.5}}}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("decimal_above_max_value");
	}

	@Test
	void voiceIsFixedOnceTheAssistantSpoke() {
		this.harness.update("{'type':'realtime','audio':{'output':{'voice':'marin'}}}");
		this.harness.say("Hello");
		this.harness.answer();
		this.harness.update("{'type':'realtime','audio':{'output':{'voice':'marin'}}}");
		assertThat(this.harness.types()).doesNotContain("error");
		this.harness.update("{'type':'realtime','audio':{'output':{'voice':'cedar'}}}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("cannot_update_voice");
	}

	@Test
	void sidebandIsNotGreeted() {
		SessionHarness sideband = SessionHarness.open(SessionRequest.sideband("rtc_1"));
		assertThat(sideband.types()).isEmpty();
		sideband.update("{'type':'realtime','output_modalities':['text']}");
		assertThat(sideband.types()).containsExactly("session.updated");
	}

	@Test
	void missingModelIsRefusedAndClosed() {
		SessionHarness refused = SessionHarness
			.open(new SessionRequest(SessionRequest.Kind.REALTIME, null, null, null, null, null));
		assertThat(refused.lastError().path("code").asString()).isEqualTo("missing_model");
		assertThat(refused.closeCode()).isEqualTo(4000);
		assertThat(refused.closeReason()).isEqualTo("invalid_request_error.missing_model");
	}

	private JsonNode session() {
		List<ObjectNode> events = this.harness.events();
		return events.stream()
			.filter((event) -> event.has("session"))
			.reduce((first, second) -> second)
			.orElseThrow()
			.path("session");
	}

	private static TreeSet<String> members(String path, JsonNode node) {
		TreeSet<String> members = new TreeSet<>();
		for (String name : node.propertyNames()) {
			members.add(path + "/" + name);
			members.addAll(members(path + "/" + name, node.path(name)));
		}
		return members;
	}

}
