package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for half a character in what pages say and in what they are told: it costs
 * neither connection.
 */
class BridgeHalfCharacterTests {

	private static final String PART = "\"response_id\":\"r\",\"item_id\":\"a\",\"output_index\":0,\"content_index\":0,";

	private final BridgeServer server = new BridgeServer();

	@Test
	void textOfAPageIsAskedWithAReplacement() {
		withPage(this.server.runner(), (page, service) -> {
			page.send("{'type':'text','text':'hello \\ud83d'}");
			assertSent(service, "\"hello \uFFFD\"");
			assertLives(page);
		});
	}

	@Test
	void reasonOfAPageReachesTheModelWithAReplacement() {
		withPage(this.server.runner().withBean(Desk.class), (page, service) -> {
			BridgeToolTests.call(service, "cancel", "{}");
			String id = page.await("approval").path("id").asString();
			page.send("{'type':'approve','id':'" + id + "','approved':false,'reason':'no \\ud83d'}");
			assertSent(service, "no \uFFFD");
			assertLives(page);
		});
	}

	@Test
	void captionWaitsForTheOtherHalf() {
		withPage(this.server.runner(), (page, service) -> {
			BridgeConversationTests.answer(service, new byte[480]);
			assertThat(caption(page)).isEmpty();
			service.receive(transcript("delta", "delta", " \\ud83d"));
			service.receive(transcript("delta", "delta", "\\ude00"));
			assertThat(caption(page)).isEqualTo("Good morning");
			assertThat(caption(page)).isEqualTo("Good morning ");
			assertThat(caption(page)).isEqualTo("Good morning \uD83D\uDE00");
		});
	}

	@Test
	void halfThatStaysAloneIsReplacedInCaptions() {
		withPage(this.server.runner(), (page, service) -> {
			BridgeConversationTests.answer(service, new byte[480]);
			assertThat(caption(page)).isEmpty();
			service.receive(transcript("done", "transcript", "Good \\ud83d"));
			assertThat(caption(page)).isEqualTo("Good morning");
			assertThat(caption(page)).isEqualTo("Good \uFFFD");
			assertLives(page);
		});
	}

	@Test
	void pageOfARelayIsToldWhatTheServiceSaid() {
		withRelay((page, service) -> {
			page.send("""
					{'type':'conversation.item.create','item':{'type':'message','role':'user',
					'content':[{'type':'input_text','text':'hello \\ud83d'}]}}""");
			assertSent(service, "\"hello \uFFFD\"");
			String settings = "{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\",\"new\":\"%s\"}}";
			for (String half : new String[] { "\\ud83d", "\uD83D" }) {
				service.receive(transcript("delta", "delta", half));
				assertThat(page.await("response.output_audio_transcript.delta").path("delta").asString())
					.isEqualTo("\uD83D");
				service.receive(settings.formatted(half));
				assertThat(page.await("session.updated").at("/session/new").asString()).isEqualTo("\uD83D");
			}
		});
	}

	private static String transcript(String kind, String member, String text) {
		return "{\"type\":\"response.output_audio_transcript." + kind + "\"," + PART + "\"" + member + "\":\"" + text
				+ "\"}";
	}

	private static String caption(BridgePage page) {
		return page.await("transcript").path("text").asString();
	}

	private static void assertSent(ScriptedTransport.ScriptedConnection service, String text) {
		BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains(text)));
		assertThat(service.sent()).allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode);
	}

	private static void assertLives(BridgePage page) {
		JsonNode error = page.send("{'type':'nothing'}").await("error");
		assertThat(error.path("code").asString()).isEqualTo("unknown_command");
	}

	private void withPage(WebApplicationContextRunner runner,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		this.server.withPage(runner, (page, service) -> {
			page.awaitOpen();
			test.accept(page, service);
		});
	}

	private void withRelay(BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		this.server.withPage(this.server.runner().withPropertyValues("realtime.bridge.mode=relay"), (port) -> {
			BridgePage page = BridgePage.connect(URI.create("ws://127.0.0.1:" + port + "/realtime"), true, "realtime");
			page.await("session.created");
			return page;
		}, test);
	}

	/**
	 * Has a tool that users approve.
	 */
	static class Desk {

		@RealtimeTool(approval = RealtimeTool.Approval.REQUIRED)
		String cancel() {
			return "cancelled";
		}

	}

}
