package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.Base64;
import java.util.function.BiConsumer;

import io.realtime4j.audio.G711;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.service.ServiceVoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for conversations of pages over {@link RealtimeBridge}.
 */
class BridgeConversationTests {

	private static final byte[] HALF_SECOND = new byte[24_000];

	private final BridgeServer server = new BridgeServer();

	@Test
	void pageIsToldWhereThingsStand() {
		this.server.runner().run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			JsonNode ready = page.start(48_000);
			assertThat(ready.path("resume").asString()).hasSizeGreaterThan(40);
			assertThat(ready.path("resumed").asBoolean()).isFalse();
			assertThat(ready.path("outputSampleRate").asInt()).isEqualTo(24_000);
			assertThat(ready.path("manualTurns").asBoolean()).isFalse();
			assertThat(ready.path("history").isArray()).isTrue();
			assertThat(page.await("state").path("state").asString()).isEqualTo("connecting");
			assertThat(page.await("state").path("state").asString()).isEqualTo("open");
		});
	}

	@Test
	void microphoneIsHeardAtTheRateOfTheSession() {
		this.server.runner().run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(48_000);
			for (int i = 0; i < 10; i++) {
				page.speak(new byte[9600]);
			}
			ScriptedTransport.ScriptedConnection service = this.server.service(0);
			// A second at 48 kHz is 48,000 bytes at 24 kHz, less the delay of the filter
			BridgeServer.until(() -> assertThat(appended(service)).isBetween(47_800, 48_000));
		});
	}

	@Test
	void microphoneIsEncodedForTelephony() {
		this.server.withPage(this.server.runner()
			.withPropertyValues("realtime.session.audio.input.format.type=pcmu",
					"realtime.session.audio.output.format.type=pcmu"),
				(page, service) -> {
					page.speak(HALF_SECOND);
					BridgeServer.until(() -> assertThat(appended(service)).isBetween(3950, 4000));
				});
	}

	@Test
	void mutedPageIsNotHeard() {
		withPage((page, service) -> {
			page.send("{'type':'mute','muted':true}").speak(HALF_SECOND);
			page.send("{'type':'mute','muted':false}").speak(new byte[4800]);
			BridgeServer.until(() -> assertThat(appended(service)).isEqualTo(4800));
		});
	}

	@Test
	void textIsAskedOfTheModel() {
		withPage((page, service) -> {
			page.send("{'type':'text','text':' What time is it? '}");
			BridgeServer.until(() -> assertThat(sent(service, "response.create")).isEqualTo(1));
			assertThat(service.sent()).anyMatch(
					(json) -> json.contains("\"conversation.item.create\"") && json.contains("\"What time is it?\""));
		});
	}

	@ParameterizedTest
	@EnumSource
	void answerIsPlayedAndShown(ServiceVoice voice) {
		withPage((page, service) -> {
			service.voice(voice);
			service.receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
			assertThat(page.await("response").path("status").asString()).isEqualTo("in_progress");
			JsonNode audio = page.await("audio");
			String item = audio.path("itemId").asString();
			assertThat(item).matches(voice.hasIds() ? "a" : ".+");
			assertThat(audio.path("responseId").asString()).matches(voice.hasIds() ? "ra" : ".+");
			JsonNode transcript = page.await("transcript");
			assertThat(transcript.path("text").asString()).isEqualTo("Good morning");
			assertThat(transcript.path("role").asString()).isEqualTo("assistant");
			assertThat(transcript.path("itemId").asString()).isEqualTo(item);
			assertThat(page.await("audio-end").path("itemId").asString()).isEqualTo(item);
			assertThat(page.audio()).hasSize(HALF_SECOND.length);
			JsonNode response = page.await("response");
			assertThat(response.path("status").asString()).isEqualTo("completed");
			assertThat(page.await("usage").path("totalTokens").asInt()).isEqualTo(30);
		});
	}

	@Test
	void pageIsToldWhatTheConversationCosts() {
		WebApplicationContextRunner runner = this.server.runner()
			.withConfiguration(AutoConfigurations.of(RealtimeUsageAutoConfiguration.class))
			.withPropertyValues("realtime.pricing.currency=EUR", "realtime.pricing.models.gpt-realtime.input.text=4",
					"realtime.pricing.models.gpt-realtime.output.text=16");
		this.server.withPage(runner, (page, service) -> {
			page.awaitOpen();
			for (int i = 1; i <= 2; i++) {
				service.receive("{\"type\":\"response.done\",\"response\":{\"id\":\"r" + i + "\","
						+ "\"status\":\"completed\",\"usage\":{\"total_tokens\":300,\"input_tokens\":200,"
						+ "\"output_tokens\":100,\"input_token_details\":{\"text_tokens\":200},"
						+ "\"output_token_details\":{\"text_tokens\":100}}}}");
			}
			assertThat(page.await("usage").path("cost").decimalValue()).isEqualByComparingTo("0.0024");
			JsonNode usage = page.await("usage");
			assertThat(usage.path("totalTokens").asInt()).isEqualTo(600);
			assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.0048");
			assertThat(usage.path("currency").asString()).isEqualTo("EUR");
		});
	}

	@Test
	void playbackOfThePageIsThatOfItsSession() {
		this.server.runner().run((context) -> {
			BridgePage.connect(BridgeServer.port(context)).start(24_000);
			assertThat(BridgeServer.sessions(context)).singleElement().satisfies((session) -> {
				assertThat(PlaybackInterceptor.find(session)).isNotNull();
				assertThat(session.attributes()).isEmpty();
			});
		});
		this.server.runner().withPropertyValues("realtime.bridge.mode=relay").run((context) -> {
			BridgePage
				.connect(URI.create("ws://127.0.0.1:" + BridgeServer.port(context) + "/realtime"), true, "realtime")
				.await("session.created");
			assertThat(BridgeServer.sessions(context)).singleElement()
				.satisfies((session) -> assertThat(PlaybackInterceptor.find(session)).isNull());
		});
	}

	@Test
	void telephonyIsDecodedForThePage() {
		this.server.withPage(this.server.runner().withPropertyValues("realtime.session.audio.output.format.type=pcmu"),
				(page, service) -> {
					service.receive("""
							{"type":"session.updated","session":{"type":"realtime","audio":
							{"output":{"format":{"type":"audio/pcmu"}}}}}""");
					answer(service, G711.encodeUlaw(new byte[8000]));
					page.await("audio-end");
					// Half a second of 8 kHz, as 24 kHz and 16 bits
					assertThat(page.audio()).hasSize(24_000);
				});
	}

	@ParameterizedTest
	@EnumSource
	void interruptionCutsWhereThePageWasHeard(ServiceVoice voice) {
		withPage((page, service) -> {
			answerAndPlay(page, service, voice, 180);
			page.send("{'type':'interrupt'}");
			page.await("clear");
			JsonNode transcript = page.await("transcript");
			assertThat(transcript.path("text").asString()).isEqualTo("Good");
			assertThat(transcript.path("interrupted").asBoolean()).isTrue();
			awaitCut(page, service, voice, 180);
		});
	}

	@ParameterizedTest
	@EnumSource
	void speechInterruptsAndIsShown(ServiceVoice voice) {
		withPage((page, service) -> {
			answerAndPlay(page, service, voice, 300);
			service.receive("{\"type\":\"input_audio_buffer.speech_started\",\"audio_start_ms\":0,\"item_id\":\"u\"}");
			page.await("clear");
			assertThat(page.await("transcript").path("text").asString()).isEqualTo("Good");
			assertThat(page.await("speech").path("active").asBoolean()).isTrue();
			awaitCut(page, service, voice, 300);
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatWasHeardToTheEndStays(ServiceVoice voice) {
		withPage((page, service) -> {
			answerAndPlay(page, service, voice, 490);
			page.send("{'type':'interrupt'}");
			page.send("{'type':'nothing'}").await("error");
			assertThat(sent(service, "conversation.item.truncate")).isZero();
			assertThat(sent(service, "conversation.item.delete")).isZero();
		});
	}

	@Test
	void pushToTalkIsAnsweredWhenThePageSaysSo() {
		this.server.runner()
			.withPropertyValues("realtime.session.audio.input.turn-detection.type=none")
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				assertThat(page.start(24_000).path("manualTurns").asBoolean()).isTrue();
				ScriptedTransport.ScriptedConnection service = this.server.service(0);
				service.receive("""
						{"type":"session.updated","session":{"type":"realtime","audio":
						{"input":{"turn_detection":null}}}}""");
				page.speak(new byte[2400]).send("{'type':'commit'}");
				page.send("{'type':'nothing'}").await("error");
				assertThat(sent(service, "input_audio_buffer.commit")).isZero();
				page.speak(HALF_SECOND).send("{'type':'commit'}");
				BridgeServer.until(() -> assertThat(sent(service, "response.create")).isEqualTo(1));
				assertThat(sent(service, "input_audio_buffer.commit")).isEqualTo(1);
			});
	}

	@Test
	void nothingIsCommittedWhereTheServerDetectsTurns() {
		withPage((page, service) -> {
			page.speak(HALF_SECOND).send("{'type':'commit'}");
			page.send("{'type':'nothing'}").await("error");
			assertThat(sent(service, "input_audio_buffer.commit")).isZero();
			assertThat(sent(service, "response.create")).isZero();
		});
	}

	@Test
	void whatTheServiceSaysOfAnErrorIsNotForPages() {
		withPage((page, service) -> {
			service.receive("""
					{"type":"error","error":{"type":"invalid_request_error","code":"invalid_api_key",
					"message":"Incorrect API key provided: sk-abc"}}""");
			JsonNode error = page.await("error");
			assertThat(error.path("code").asString()).isEqualTo("server_error");
			assertThat(error.toString()).doesNotContain("sk-abc").doesNotContain("key");
		});
	}

	@Test
	void endOfTheSessionClosesThePage() {
		this.server.runner().run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			page.awaitOpen();
			BridgeServer.sessions(context).forEach(RealtimeSession::close);
			assertThat(page.await("state").path("state").asString()).isEqualTo("closed");
			assertThat(page.awaitClosed()).isEqualTo("1000 The conversation was ended");
		});
	}

	@Test
	void pagesAreToldThatTheServerGoes() {
		BridgePage[] page = new BridgePage[1];
		this.server.runner().withPropertyValues("realtime.close-timeout=5s").run((context) -> {
			page[0] = BridgePage.connect(BridgeServer.port(context));
			page[0].start(24_000);
		});
		assertThat(page[0].awaitClosed()).isEqualTo("1001 The server is shutting down");
	}

	private void withPage(BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		WebApplicationContextRunner runner = this.server.runner();
		this.server.withPage(runner, (page, service) -> {
			page.awaitOpen();
			test.accept(page, service);
		});
	}

	private static void answerAndPlay(BridgePage page, ScriptedTransport.ScriptedConnection service, ServiceVoice voice,
			int millis) {
		service.voice(voice);
		service.receive(ServiceTalk.answer("a", "Good morning", HALF_SECOND));
		String item = page.await("audio").path("itemId").asString();
		while (!"completed".equals(page.await("response").path("status").asString())) {
			assertThat(page.isOpen()).isTrue();
		}
		page.send("{'type':'played','itemId':'" + item + "','contentIndex':0,'ms':" + millis + "}");
		page.send("{'type':'nothing'}").await("error");
	}

	private static void awaitCut(BridgePage page, ScriptedTransport.ScriptedConnection service, ServiceVoice voice,
			int millis) {
		page.send("{'type':'nothing'}").await("error");
		int cuts = voice.hasIds() ? 1 : 0;
		BridgeServer.until(() -> {
			assertThat(sent(service, "conversation.item.truncate")).isEqualTo(cuts);
			assertThat(sent(service, "\"audio_end_ms\":" + millis)).isEqualTo(cuts);
		});
	}

	static void answer(ScriptedTransport.ScriptedConnection service, byte[] audio) {
		service.receive("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}");
		service.receive("""
				{"type":"response.output_item.added","response_id":"r","output_index":0,
				"item":{"id":"a","type":"message","role":"assistant","status":"in_progress","content":[]}}""");
		service.receive("""
				{"type":"conversation.item.added","previous_item_id":null,
				"item":{"id":"a","type":"message","role":"assistant","status":"in_progress","content":[]}}""");
		service.receive("""
				{"type":"response.content_part.added","response_id":"r","item_id":"a","output_index":0,
				"content_index":0,"part":{"type":"audio","transcript":""}}""");
		String part = "\"response_id\":\"r\",\"item_id\":\"a\",\"output_index\":0,\"content_index\":0";
		service.receive("{\"type\":\"response.output_audio.delta\"," + part + ",\"delta\":\""
				+ Base64.getEncoder().encodeToString(audio) + "\"}");
		service
			.receive("{\"type\":\"response.output_audio_transcript.delta\"," + part + ",\"delta\":\"Good morning\"}");
		service.receive("{\"type\":\"response.output_audio.done\"," + part + "}");
		service.receive("""
				{"type":"response.done","response":{"id":"r","status":"completed",
				"usage":{"total_tokens":30,"input_tokens":10,"output_tokens":20}}}""");
	}

	static long sent(ScriptedTransport.ScriptedConnection service, String piece) {
		return service.sent().stream().filter((json) -> json.contains(piece)).count();
	}

	private static int appended(ScriptedTransport.ScriptedConnection service) {
		return service.sent()
			.stream()
			.filter((json) -> json.contains("\"input_audio_buffer.append\""))
			.map((json) -> JsonMapper.shared().readTree(json).path("audio").asString())
			.mapToInt((audio) -> Base64.getDecoder().decode(audio).length)
			.sum();
	}

}
