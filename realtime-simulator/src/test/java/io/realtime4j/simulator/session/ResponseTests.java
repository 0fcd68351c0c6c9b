package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.Recordings;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseTests {

	private final SessionHarness harness = SessionHarness.open();

	@AfterEach
	void theStreamIsValid() {
	}

	@Test
	void textAnswerComesInTheOrderOfTheRecordings() {
		writeOnly();
		this.harness.script().addReply(ModelReply.text("Hello there!"));
		this.harness.forget();
		this.harness.say("Say hello.");
		this.harness.answer();
		assertThat(this.harness.types()).containsSubsequence(order("openai-sideband"))
			.endsWith("response.done", "rate_limits.updated");
		assertThat(this.harness.last("response.done").at("/response/output/0/content/0"))
			.isEqualTo(Json.parse("{\"type\":\"output_text\",\"text\":\"Hello there!\"}"));
	}

	@Test
	void spokenAnswerComesInTheOrderOfTheRecordings() {
		this.harness.script().addReply(ModelReply.text("Hi there!"));
		this.harness.say("Say a short greeting.");
		JsonNode response = this.harness.answer();
		assertThat(this.harness.types()).containsSubsequence(order("openai-text-in-audio-out"));
		assertThat(response.at("/output/0/content/0"))
			.isEqualTo(Json.parse("{\"type\":\"output_audio\",\"transcript\":\"Hi there!\"}"));
		assertThat(response.at("/usage/output_token_details/audio_tokens").asInt()).isPositive();
	}

	@Test
	void responseHasTheMembersOfARealOne() {
		this.harness.say("Hello");
		JsonNode response = this.harness.answer();
		List<ObjectNode> recording = Recordings.received("openai-text-in-audio-out");
		JsonNode real = recording.get(recording.size() - 1).path("response");
		assertThat(response.propertyNames()).containsExactlyElementsOf(real.propertyNames());
		assertThat(response.path("usage").propertyNames())
			.containsExactlyElementsOf(real.path("usage").propertyNames());
	}

	@Test
	void firstSoundComesBeforeTheWholeAnswerIsSpoken() {
		this.harness.script().addReply(ModelReply.text("One sentence. And another one that is much longer than it."));
		this.harness.respond();
		this.harness.advance(10);
		assertThat(this.harness.all("response.output_audio.delta")).hasSize(1);
		assertThat(this.harness.types()).doesNotContain("response.output_audio.done");
	}

	@Test
	void soundIsPacedFasterThanRealTime() {
		this.harness.script().addReply(ModelReply.builder().audio("Four seconds.", new byte[4 * 48000]).build());
		this.harness.respond();
		this.harness.advance(900);
		assertThat(this.harness.types()).doesNotContain("response.done");
		this.harness.advance(150);
		assertThat(this.harness.types()).contains("response.done");
		assertThat(soundBytes()).isEqualTo(4 * 48000);
	}

	@ParameterizedTest
	@CsvSource({ "audio/pcmu, 8000", "audio/pcma, 8000" })
	void soundIsEncodedAsTheSettingsSay(String format, int bytesPerSecond) {
		this.harness.update("{'type':'realtime','audio':{'output':{'format':{'type':'" + format + "'}}}}");
		this.harness.script().addReply(ModelReply.builder().audio("One second.", new byte[48000]).build());
		this.harness.answer();
		assertThat(soundBytes()).isEqualTo(bytesPerSecond);
	}

	@Test
	void secondResponseIsRefusedWhileOneIsActive() {
		this.harness.respond();
		String active = Json.text(this.harness.last("response.created").path("response"), "id", "");
		this.harness.send("{'type':'response.create','event_id':'second'}");
		ObjectNode error = this.harness.lastError();
		assertThat(error.path("code").asString()).isEqualTo("conversation_already_has_active_response");
		assertThat(error.path("event_id").asString()).isEqualTo("second");
		assertThat(error.path("message").asString()).contains(active);
		this.harness.finish();
		assertThat(this.harness.all("response.created")).hasSize(1);
	}

	@Test
	void outOfBandResponseRunsBesideAndLeavesNoItems() {
		this.harness.respond();
		this.harness.send("{'type':'response.create','response':{'conversation':'none','output_modalities':['text'],"
				+ "'metadata':{'topic':'side'},'input':[{'type':'message','role':'user','content':"
				+ "[{'type':'input_text','text':'Classify this.'}]}]}}");
		this.harness.finish();
		assertThat(this.harness.types()).doesNotContain("error");
		List<ObjectNode> done = this.harness.all("response.done");
		assertThat(done).hasSize(2);
		JsonNode side = done.stream()
			.filter((event) -> event.at("/response/metadata/topic").asString("").equals("side"))
			.findFirst()
			.orElseThrow()
			.path("response");
		assertThat(side.path("conversation_id").isNull()).isTrue();
		assertThat(side.at("/output/0/content/0/text").asString()).contains("Classify this.");
		assertThat(this.harness.all("conversation.item.added")).hasSize(1);
	}

	@Test
	void overridesHoldForOneResponse() {
		this.harness.say("Hello");
		this.harness.send("{'type':'response.create','response':{'output_modalities':['text'],'metadata':{'a':'b'},"
				+ "'max_output_tokens':100,'audio':{'output':{'voice':'cedar'}}}}");
		JsonNode response = this.harness.finish();
		assertThat(response.path("metadata")).isEqualTo(Json.parse("{\"a\":\"b\"}"));
		assertThat(this.harness.last("response.created").at("/response/metadata/a").asString()).isEqualTo("b");
		assertThat(response.at("/audio/output/voice").asString()).isEqualTo("cedar");
		assertThat(response.path("max_output_tokens").asInt()).isEqualTo(100);
		assertThat(response.at("/output/0/content/0/type").asString()).isEqualTo("output_text");
		this.harness.say("Again");
		JsonNode next = this.harness.answer();
		assertThat(next.at("/output/0/content/0/type").asString()).isEqualTo("output_audio");
		assertThat(next.path("metadata").isNull()).isTrue();
	}

	@Test
	void unknownOverrideIsRefused() {
		this.harness.send("{'type':'response.create','response':{'modalities':['text']}}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Unknown parameter: 'response.modalities'.");
	}

	@Test
	void answerEndsAtItsTokenLimit() {
		writeOnly();
		this.harness.script().addReply(ModelReply.text("one two three four five six"));
		this.harness.send("{'type':'response.create','response':{'max_output_tokens':3}}");
		JsonNode response = this.harness.finish();
		assertThat(response.path("status").asString()).isEqualTo("incomplete");
		assertThat(response.path("status_details"))
			.isEqualTo(Json.parse("{\"type\":\"incomplete\",\"reason\":\"max_output_tokens\"}"));
		assertThat(response.at("/output/0/content/0/text").asString()).isEqualTo("one two three");
	}

	@Test
	void cancelledAnswerIsToldAsFarAsItWent() {
		this.harness.script().addReply(ModelReply.builder().audio("Long answer", new byte[480000]).build());
		this.harness.respond();
		this.harness.advance(500);
		String id = Json.text(this.harness.last("response.created").path("response"), "id", "");
		this.harness.send("{'type':'response.cancel','response_id':'" + id + "'}");
		JsonNode response = this.harness.last("response.done").path("response");
		assertThat(response.path("status").asString()).isEqualTo("cancelled");
		assertThat(response.at("/status_details/reason").asString()).isEqualTo("client_cancelled");
		assertThat(response.at("/output/0/status").asString()).isEqualTo("incomplete");
		assertThat(response.at("/usage/total_tokens").asInt()).isPositive();
		this.harness.advance(10_000);
		assertThat(this.harness.types()).endsWith("response.done", "rate_limits.updated");
	}

	@Test
	void cancellingNothingIsRefused() {
		this.harness.send("{'type':'response.cancel','event_id':'c1'}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("response_cancel_not_active");
		assertThat(this.harness.lastError().path("event_id").asString()).isEqualTo("c1");
	}

	@Test
	void scriptedFailureIsTold() {
		this.harness.script()
			.addReply(ModelReply.builder()
				.failed("insufficient_quota", "insufficient_quota", "You exceeded it.")
				.build());
		JsonNode response = this.harness.answer();
		assertThat(response.path("status").asString()).isEqualTo("failed");
		assertThat(response.at("/status_details/error/code").asString()).isEqualTo("insufficient_quota");
		assertThat(response.path("output")).isEmpty();
	}

	@Test
	void scriptedDelayIsKept() {
		this.harness.script().addReply(ModelReply.builder().text("Late").delay(Duration.ofSeconds(3)).build());
		this.harness.respond();
		this.harness.advance(2900);
		assertThat(this.harness.types()).endsWith("response.created");
		this.harness.finish();
	}

	@Test
	void modelThatFailsFailsTheResponse() {
		SessionHarness failing = SessionHarness.open((request) -> {
			throw new IllegalStateException("no");
		});
		JsonNode response = failing.answer();
		assertThat(response.path("status").asString()).isEqualTo("failed");
		assertThat(response.at("/status_details/error/type").asString()).isEqualTo("server_error");
		failing.script().addReply(ModelReply.text("Better."));
		assertThat(failing.answer().path("status").asString()).isEqualTo("completed");
	}

	@Test
	void storyIsToldSlowly() {
		writeOnly();
		this.harness.say("Tell me a long story, please.");
		this.harness.respond();
		this.harness.advance(5000);
		assertThat(this.harness.types()).doesNotContain("response.done");
		assertThat(this.harness.all("response.output_text.delta")).hasSizeGreaterThan(20);
		assertThat(this.harness.finish().at("/output/0/content/0/text").asString()).hasSizeGreaterThan(1000);
	}

	private void writeOnly() {
		this.harness.update("{'type':'realtime','output_modalities':['text']}");
	}

	private int soundBytes() {
		return this.harness.all("response.output_audio.delta")
			.stream()
			.mapToInt((event) -> Base64.getDecoder().decode(Json.text(event, "delta", "")).length)
			.sum();
	}

	private static List<String> order(String recording) {
		List<String> types = Recordings.received(recording)
			.stream()
			.map((event) -> Json.text(event, "type", ""))
			.toList();
		int first = types.indexOf("conversation.item.added");
		List<String> order = new ArrayList<>();
		for (String type : types.subList(first, types.size())) {
			if (!type.endsWith(".delta") || !order.contains(type)) {
				order.add(type);
			}
		}
		return order;
	}

}
