package io.realtime4j.spring.boot.autoconfigure;

import java.util.Base64;
import java.util.List;

import io.realtime4j.model.audio.Voice;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.spring.bridge.PageOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageOptions}: what pages may choose and see.
 */
class BridgeOptionsTests {

	private static final String DEVELOPER = "realtime.bridge.page.developer=true";

	private static final String[] CHOICES = { "realtime.bridge.page.models=gpt-realtime,gpt-realtime-mini",
			"realtime.bridge.page.voices=marin,cedar" };

	private final BridgeServer server = new BridgeServer();

	@Test
	void pageChoosesModelAndVoiceAndIsToldAmongWhich() {
		this.server.runner().withPropertyValues(CHOICES).run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000,'model':'gpt-realtime-mini','voice':'cedar'}");
			JsonNode ready = page.await("ready");
			assertThat(ready.path("models").values()).extracting(JsonNode::asString)
				.containsExactly("gpt-realtime", "gpt-realtime-mini");
			assertThat(ready.path("voices").values()).extracting(JsonNode::asString).containsExactly("marin", "cedar");
			page.awaitOpen();
			assertThat(this.server.service(0).request().uri()).hasQuery("model=gpt-realtime-mini");
			assertThat(this.server.service(0).sent()).anyMatch((json) -> json.contains("\"voice\":\"cedar\""));
		});
	}

	@Test
	void applicationHasTheLastWord() {
		BridgeSessionCustomizer customizer = (who, spec) -> spec
			.settings((settings) -> settings.audioOutput((output) -> output.voice(Voice.MARIN)));
		this.server.runner()
			.withPropertyValues(CHOICES)
			.withBean(BridgeSessionCustomizer.class, () -> customizer)
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				page.send("{'type':'start','sampleRate':24000,'voice':'cedar'}");
				page.awaitOpen();
				assertThat(this.server.service(0).sent()).anyMatch((json) -> json.contains("\"voice\":\"marin\""));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "'model':'gpt-other'", "'voice':'alloy'", "'voice':7" })
	void whatMayNotBeChosenRefusesThePage(String choice) {
		this.server.runner().withPropertyValues(CHOICES).run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000," + choice + "}");
			assertThat(page.awaitClosed()).startsWith("4400 ");
			assertThat(BridgeServer.sessions(context)).isEmpty();
		});
	}

	@Test
	void pageMayChooseNothingByDefault() {
		this.server.runner().run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			page.send("{'type':'start','sampleRate':24000,'voice':'marin'}");
			assertThat(page.awaitClosed()).startsWith("4400 ");
			JsonNode ready = BridgePage.connect(BridgeServer.port(context)).start(24_000);
			assertThat(ready.has("models")).isFalse();
			assertThat(ready.has("voices")).isFalse();
		});
	}

	@Test
	void liveSessionHasTheChosenModelAndVoice() {
		this.server.runner()
			.withPropertyValues("realtime.bridge.family=live", "realtime.live.model=gpt-live-1",
					"realtime.bridge.page.models=gpt-live-1,gpt-live-1.1", "realtime.bridge.page.voices=marin,cedar")
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				page.send("{'type':'start','sampleRate':24000,'model':'gpt-live-1.1','voice':'cedar'}");
				page.await("ready");
				BridgeServer.until(() -> assertThat(this.server.service(0).sent()).isNotEmpty());
				assertThat(this.server.service(0).sent().get(0)).contains("\"gpt-live-1.1\"", "\"cedar\"");
			});
	}

	@Test
	void developersSeeTheEventsAndTheSettings() {
		this.server.runner().withPropertyValues(DEVELOPER).run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			assertThat(page.await("event").path("event").path("type").asString()).isEqualTo("session.created");
			JsonNode told = page.await("session");
			assertThat(BridgeServer.sessions(context)).extracting(RealtimeSession::id)
				.containsExactly(told.path("id").asString());
			assertThat(told.path("settings").path("model").asString()).isEqualTo("gpt-realtime");
			page.awaitOpen();
			page.vanish();
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			again.resume(token);
			assertThat(again.await("session").path("id")).isEqualTo(told.path("id"));
		});
	}

	@Test
	void credentialsAndSoundAreNotShown() {
		this.server.withPage(this.server.runner().withPropertyValues(DEVELOPER), (page, service) -> {
			page.awaitOpen();
			service.receive("""
					{"type":"session.updated","session":{"type":"realtime","model":"m","tools":[
					{"type":"mcp","server_label":"s","server_url":"https://x.example?k=hidden-1",
					"authorization":"hidden-2","headers":{"X":"hidden-3"}},
					{"type":"function","name":"f","parameters":{"type":"object",
					"properties":{"token":{"type":"string"}}}}]}}""");
			String told = told(page, "session.updated", "\"model\":\"m\"").toString();
			assertThat(told).doesNotContain("hidden-")
				.contains("\"authorization\":\"(hidden)\"", "\"token\":{\"type\":\"string\"}");
			String audio = Base64.getEncoder().encodeToString(new byte[480]);
			service.receive(List
				.of("{\"type\":\"response.output_audio.delta\",\"response_id\":\"r\",\"item_id\":\"a\",\"output_index\":0,"
						+ "\"content_index\":0,\"delta\":\"" + audio + "\"}"));
			assertThat(told(page, "response.output_audio.delta", "").path("delta").asString()).isEqualTo("(480 bytes)");
			service.receive("{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"Bad key sk-proj-"
					+ "abcdefghijklmnopqrstuvwx0123456789\"}}");
			assertThat(told(page, "error", "").toString()).doesNotContain("abcdefghij");
		});
	}

	@Test
	void largeEventsAreShownInPart() {
		this.server.withPage(this.server.runner().withPropertyValues(DEVELOPER), (page, service) -> {
			page.awaitOpen();
			service.receive("{\"type\":\"new.event\",\"text\":\"" + "x".repeat(10_000) + "\"}");
			assertThat(told(page, "new.event", "").path("text").asString()).hasSizeLessThan(4100)
				.endsWith("… (6000 more characters)");
			String many = "\"" + "x".repeat(1000) + "\"";
			service.receive("{\"type\":\"other.event\",\"texts\":[" + many + ("," + many).repeat(99) + "]}");
			assertThat(told(page, "other.event", "").path("left_out").asString()).endsWith(" characters");
		});
	}

	@Test
	void liveSessionsAreShownToo() {
		this.server.runner()
			.withPropertyValues("realtime.bridge.family=live", "realtime.live.model=gpt-live-1", DEVELOPER)
			.run((context) -> {
				BridgePage page = BridgePage.connect(BridgeServer.port(context));
				page.start(24_000);
				assertThat(page.await("session").path("settings").path("model").asString()).isEqualTo("gpt-live-1");
			});
	}

	@Test
	void nobodyElseSeesThem() {
		this.server.withPage(this.server.runner(), (page, service) -> {
			page.awaitOpen();
			page.send("{'type':'nothing'}").await("error");
			assertThat(page.types()).doesNotContain("event", "session");
		});
	}

	private static JsonNode told(BridgePage page, String type, String part) {
		JsonNode event = page.await("event").path("event");
		while (!type.equals(event.path("type").asString()) || !event.toString().contains(part)) {
			event = page.await("event").path("event");
		}
		return event;
	}

}
