package io.realtime4j.spring.boot.autoconfigure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

import io.realtime4j.guardrail.GuardrailVerdict;
import io.realtime4j.guardrail.RealtimeGuardrail;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.tool.DelegationHandler;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.boot.autoconfigure.guardrail.RealtimeGuardrailAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLiveSessionCustomizer;
import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for pages that talk with live sessions.
 */
class BridgeLiveTests {

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner()
		.withPropertyValues("realtime.bridge.family=live", "realtime.live.model=gpt-live-1");

	@Test
	void pageIsToldWhatItTalksWithAndIsHeard() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			JsonNode ready = page.start(48_000);
			assertThat(ready.path("family").asString()).isEqualTo("live");
			assertThat(ready.path("manualTurns").asBoolean()).isFalse();
			page.awaitOpen();
			page.speak(loud(500, 48_000)).speak(loud(500, 48_000));
			page.send("{'type':'mute','muted':true}").speak(loud(500, 48_000));
			BridgeServer.until(() -> assertThat(heard()).isBetween(47_800, 48_000));
			page.send("{'type':'nothing'}").await("error");
			assertThat(heard()).isLessThanOrEqualTo(48_000);
		});
	}

	@Test
	void telephonyIsSpokenBothWays() {
		withPage(this.runner.withPropertyValues("realtime.live.format.type=pcmu"), (page, service) -> {
			page.speak(loud(500, 24_000));
			BridgeServer.until(() -> assertThat(heard()).isBetween(3950, 4000));
			byte[] ulaw = new byte[4000];
			Arrays.fill(ulaw, 0, 4000, (byte) 0x10);
			service.receive(LiveTalk.sound(ulaw));
			page.await("audio");
			BridgeServer.until(() -> assertThat(page.audio().length).isBetween(23_800, 24_000));
		});
	}

	@Test
	void speechIsPlayedAndShownAndSilenceIsNot() {
		withPage((page, service) -> {
			service.receive(LiveTalk.sound(new byte[48_000]));
			service.receive(LiveTalk.said("output", "Good morning", 1000, 1500));
			service.receive(LiveTalk.sound(loud(500, 24_000)));
			JsonNode transcript = page.await("transcript");
			assertThat(transcript.path("role").asString()).isEqualTo("assistant");
			assertThat(transcript.path("text").asString()).isEqualTo("Good morning");
			assertThat(transcript.path("final").asBoolean()).isFalse();
			assertThat(page.await("audio").path("itemId").asString()).isEqualTo("speech_1");
			silence(service, 3000);
			page.await("audio-end");
			assertThat(page.await("transcript").path("final").asBoolean()).isTrue();
			service.receive(LiveTalk.sound(loud(100, 24_000)));
			assertThat(page.await("audio").path("itemId").asString()).isEqualTo("speech_2");
			page.send("{'type':'nothing'}").await("error");
			// What was said, 100 ms before it, and the pause that ends it
			assertThat(page.audio()).hasSize(millis(100 + 500 + 600 + 100 + 100));
		});
	}

	@Test
	void userIsShown() {
		withPage((page, service) -> {
			service.receive(LiveTalk.said("input", "A table", 100, 500));
			assertThat(page.await("transcript").path("role").asString()).isEqualTo("user");
			assertThat(page.await("speech").path("active").asBoolean()).isTrue();
			silence(service, 2000);
			assertThat(page.await("transcript").path("final").asBoolean()).isTrue();
			assertThat(page.await("speech").path("active").asBoolean()).isFalse();
		});
	}

	@Test
	void writtenMessageIsAnswered() {
		withPage((page, service) -> {
			page.send("{'type':'text','text':' What time is it? '}");
			JsonNode append = sent(service, "session.commentary.append").get(0);
			assertThat(append.path("content").asString()).endsWith(": What time is it?");
			JsonNode transcript = page.await("transcript");
			assertThat(transcript.path("role").asString()).isEqualTo("user");
			assertThat(transcript.path("text").asString()).isEqualTo("What time is it?");
			page.send("{'type':'text','text':'" + "x".repeat(2000) + "'}");
			JsonNode error = page.await("error");
			assertThat(error.path("code").asString()).isEqualTo("invalid_command");
			assertThat(error.path("message").asString()).contains("500 tokens");
		});
	}

	@Test
	void interruptedPageHearsNothingUntilTheModelPauses() {
		withPage((page, service) -> {
			service.receive(LiveTalk.sound(loud(500, 24_000)));
			page.await("audio");
			page.send("{'type':'interrupt'}").await("clear");
			int before = page.audio().length;
			service.receive(LiveTalk.sound(loud(500, 24_000)));
			silence(service, 1000);
			service.receive(LiveTalk.sound(loud(100, 24_000)));
			assertThat(page.await("audio").path("itemId").asString()).isEqualTo("speech_2");
			BridgeServer.until(() -> assertThat(page.audio()).hasSize(before + millis(200)));
		});
	}

	@Test
	void answerToAWrittenMessageIsHeardAfterAnInterruption() {
		withPage((page, service) -> {
			service.receive(LiveTalk.sound(loud(500, 24_000)));
			page.await("audio");
			page.send("{'type':'interrupt'}").await("clear");
			page.send("{'type':'text','text':'Never mind'}").await("transcript");
			service.receive(LiveTalk.sound(loud(100, 24_000)));
			assertThat(page.await("audio").path("itemId").asString()).isEqualTo("speech_2");
		});
	}

	@Test
	void pageFallsSilentWhenTheModelGivesWayToTheUser() {
		withPage((page, service) -> {
			service.receive(LiveTalk.sound(loud(2000, 24_000)));
			page.await("audio");
			page.speak(loud(200, 24_000)).send("{'type':'nothing'}").await("error");
			silence(service, 300);
			page.await("clear");
		});
	}

	@Test
	void whatTheModelHasSaidIsHeardToTheEnd() {
		withPage((page, service) -> {
			service.receive(LiveTalk.sound(loud(2000, 24_000)));
			page.await("audio");
			silence(service, 3000);
			page.await("audio-end");
			assertThat(page.types()).doesNotContain("clear");
		});
	}

	@Test
	void toolOfTheDelegatedResponseIsApprovedByTheUser() {
		withPage(this.runner.withPropertyValues("realtime.live.delegation.responses.model=gpt-5").withBean(Desk.class),
				(page, service) -> {
					service.receive(LiveTalk.responded("created", "resp_1"));
					assertThat(page.await("work").path("state").asString()).isEqualTo("started");
					service.receive(LiveTalk.called("c1", "cancel", "{}"));
					service.receive(LiveTalk.responded("completed", "resp_1"));
					String id = page.await("approval").path("id").asString();
					page.send("{'type':'approve','id':'" + id + "','approved':true}");
					assertThat(page.await("tool").path("state").asString()).isEqualTo("started");
					assertThat(sent(service, "response.item.create").get(0).toString()).contains("Cancelled");
					service.receive(LiveTalk.responded("created", "resp_2"));
					service.receive(LiveTalk.responded("completed", "resp_2"));
					assertThat(page.await("work").path("state").asString()).isEqualTo("finished");
				});
	}

	@Test
	void workOfTheApplicationIsShown() {
		withPage(this.runner.withBean(DelegationHandler.class, () -> (task) -> "Table seven."), (page, service) -> {
			service.receive(LiveTalk.said("input", "Is a table free?", 0, 1000));
			service.receive(LiveTalk.delegated("d1", "client", 900));
			JsonNode work = page.await("work");
			assertThat(work.path("id").asString()).isEqualTo("d1");
			assertThat(work.path("state").asString()).isEqualTo("started");
			assertThat(page.await("work").path("state").asString()).isEqualTo("finished");
		});
	}

	@Test
	void pageIsToldOfErrorsAndOfTheTimeThatIsPaid() {
		withPage((page, service) -> {
			service.receive(LiveTalk.used(12.5));
			assertThat(page.await("usage").path("seconds").asDouble()).isEqualTo(12.5);
			service.receive("{\"type\":\"error\",\"event_id\":\"e\",\"error\":{\"type\":\"invalid_request_error\","
					+ "\"code\":\"bad\",\"message\":\"No: sk-abc\"}}");
			JsonNode error = page.await("error");
			assertThat(error.path("code").asString()).isEqualTo("server_error");
			assertThat(error.toString()).doesNotContain("sk-abc");
		});
	}

	@Test
	void pageIsToldWhatTheTimeCostsAndThatItIsUp() {
		withPage(this.runner.withConfiguration(AutoConfigurations.of(RealtimeUsageAutoConfiguration.class))
			.withPropertyValues("realtime.pricing.models.gpt-live-1.minute=0.06",
					"realtime.session.budget.active-time=1m"),
				(page, service) -> {
					service.receive(LiveTalk.used(30));
					JsonNode usage = page.await("usage");
					assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.03");
					assertThat(usage.path("currency").asString()).isEqualTo("USD");
					service.receive(LiveTalk.used(60));
					assertThat(page.awaitClosed()).startsWith("1008 ");
				});
	}

	@Test
	void guardrailSilencesThePageAndAsksForAnotherAnswer() {
		RealtimeGuardrail guardrail = (draft) -> draft.text().contains("discount") ? GuardrailVerdict.trip("discount")
				: GuardrailVerdict.pass();
		withPage(this.runner.withConfiguration(AutoConfigurations.of(RealtimeGuardrailAutoConfiguration.class))
			.withPropertyValues("realtime.session.guardrail.every-characters=5",
					"realtime.session.guardrail.reply.text=No.")
			.withBean(RealtimeGuardrail.class, () -> guardrail), (page, service) -> {
				service.receive(LiveTalk.sound(loud(500, 24_000)));
				page.await("audio");
				service.receive(LiveTalk.said("output", "Here is a discount", 0, 500));
				page.await("clear");
				assertThat(sent(service, "session.commentary.append").get(0).path("content").asString())
					.endsWith(": No.");
			});
	}

	@Test
	void pageThatComesBackFindsItsConversation() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			this.server.service(0).receive(LiveTalk.said("output", "Good morning", 0, 500));
			this.server.service(0).receive(LiveTalk.used(5));
			page.await("usage");
			page.vanish();
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			JsonNode ready = again.resume(token);
			assertThat(ready.path("resumed").asBoolean()).isTrue();
			assertThat(ready.at("/history/0/text").asString()).isEqualTo("Good morning");
			assertThat(again.await("usage").path("seconds").asDouble()).isEqualTo(5);
			assertThat(this.server.transport().connections()).hasSize(1);
			assertThat(sessions(context)).hasSize(1);
		});
	}

	@Test
	void conversationGoesOnWhenTheSessionOfTheServiceExpires() {
		withPage((page, service) -> {
			service.receive(LiveTalk.said("input", "My name is Ada", 0, 500));
			page.await("transcript");
			service.receive(LiveTalk.closed("expired"));
			assertThat(page.await("state").path("state").asString()).isEqualTo("reconnecting");
			ScriptedTransport.ScriptedConnection next = this.server.service(1);
			BridgeServer.until(() -> assertThat(next.sent()).anyMatch((json) -> json.contains("My name is Ada")));
			page.awaitOpen();
			next.receive(LiveTalk.said("output", "Hello Ada", 0, 500));
			JsonNode transcript = page.await("transcript");
			assertThat(transcript.path("text").asString()).isEqualTo("Hello Ada");
			assertThat(transcript.path("previousItemId").asString()).isEqualTo("turn_1");
		});
	}

	@Test
	void pageIsToldThatNobodySaidAnything() {
		// The page may be gone before it is seen that the session was open
		this.runner.withPropertyValues("realtime.live.hang-up-after=300ms").run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.start(24_000);
			assertThat(page.awaitClosed()).isEqualTo("1000 The conversation was idle for too long");
		});
	}

	@Test
	void sessionIsCustomizedForItsPage() {
		BridgeLiveSessionCustomizer customizer = (connection, spec) -> spec
			.settings((settings) -> settings.instructions("You serve " + connection.address()));
		this.runner.withBean(BridgeLiveSessionCustomizer.class, () -> customizer).run((context) -> {
			BridgePage.connect(BridgeServer.port(context)).start(24_000);
			BridgeServer.until(() -> assertThat(this.server.service(0).sent())
				.anyMatch((json) -> json.contains("You serve 127.0.0.1")));
			assertThat(sessions(context)).singleElement()
				.satisfies((session) -> assertThat(BridgeConnection.of(session)).isNotNull());
		});
	}

	private void withPage(BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		withPage(this.runner, test);
	}

	private void withPage(WebApplicationContextRunner runner,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		this.server.withPage(runner, (page, service) -> {
			page.awaitOpen();
			test.accept(page, service);
		});
	}

	private static List<LiveSession> sessions(AssertableWebApplicationContext context) {
		return context.getBean(LiveClient.class).sessions();
	}

	private static void silence(ScriptedTransport.ScriptedConnection service, int millis) {
		for (int i = 0; i < millis; i += 100) {
			service.receive(LiveTalk.sound(new byte[millis(100)]));
		}
	}

	private static byte[] loud(int millis, int rate) {
		ByteBuffer samples = ByteBuffer.allocate(2 * rate * millis / 1000).order(ByteOrder.LITTLE_ENDIAN);
		while (samples.hasRemaining()) {
			samples.putShort((short) ((samples.position() % 100 < 50) ? 8000 : -8000));
		}
		return samples.array();
	}

	private static int millis(int millis) {
		return 48 * millis;
	}

	private static List<JsonNode> sent(ScriptedTransport.ScriptedConnection service, String type) {
		BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("\"" + type + "\"")));
		return service.sent()
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((event) -> event.path("type").asString().equals(type))
			.toList();
	}

	private int heard() {
		return this.server.service(0)
			.sent()
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((event) -> event.path("type").asString().equals("session.input_audio.append"))
			.mapToInt((event) -> Base64.getDecoder().decode(event.path("audio").asString()).length)
			.sum();
	}

	static class Desk {

		@RealtimeTool(description = "Cancels", approval = RealtimeTool.Approval.REQUIRED)
		String cancel(VoiceSession session) {
			return "Cancelled in " + session.id();
		}

	}

}
