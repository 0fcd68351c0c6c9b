package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a page that is loaded anew is told of what it showed before.
 */
class BridgeReloadTests {

	private static final byte[] HALF_SECOND = new byte[24_000];

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner().withBean(Desk.class);

	@Test
	void callsOfToolsAreToldWithTheirPlace() {
		this.runner.withPropertyValues("realtime.bridge.tool-data=true").run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			ScriptedTransport.ScriptedConnection service = this.server.service(0);
			service.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":{\"id\":\"u\","
					+ "\"type\":\"message\",\"role\":\"user\",\"status\":\"completed\",\"content\":[{\"type\":\"input_text\","
					+ "\"text\":\"Cancel it\"}]}}");
			BridgeToolTests.call(service, "cancel", "{\\\"name\\\":\\\"Ann\\\"}");
			page.await("approval");
			page.leave(1001);
			BridgePage again = BridgePage.connect(BridgeServer.port(context));
			JsonNode waiting = again.resume(token);
			assertThat(waiting.at("/tools/0/state").asString()).isEqualTo("waiting");
			assertThat(waiting.at("/tools/0/previousItemId").asString()).isEqualTo("u");
			assertThat(waiting.at("/tools/0/arguments").asString()).isEqualTo("{\"name\":\"Ann\"}");
			again.send("{'type':'approve','id':'c','approved':false}").await("approval-closed");
			again.await("tool");
			again.leave(1001);
			JsonNode refused = BridgePage.connect(BridgeServer.port(context)).resume(waiting.path("resume").asString());
			assertThat(refused.path("tools").size()).isEqualTo(1);
			assertThat(refused.at("/tools/0/state").asString()).isEqualTo("refused");
		});
	}

	@Test
	void dataOfToolsIsToldOnlyIfTheApplicationSaysSo() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			BridgeToolTests.call(this.server.service(0), "lookUp", "{\\\"name\\\":\\\"Ann\\\"}");
			page.await("tool");
			page.await("tool");
			page.leave(1001);
			JsonNode call = BridgePage.connect(BridgeServer.port(context)).resume(token).at("/tools/0");
			assertThat(call.path("name").asString()).isEqualTo("lookUp");
			assertThat(call.path("state").asString()).isEqualTo("finished");
			assertThat(call.has("arguments") || call.has("output")).isFalse();
		});
	}

	@Test
	void answerThatWasHeardWhenThePageWentWasNotInterruptedByAnybody() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			BridgeConversationTests.answer(this.server.service(0), HALF_SECOND);
			page.await("audio-end");
			page.send("{'type':'played','itemId':'a','contentIndex':0,'ms':120}").send("{'type':'nothing'}");
			page.await("error");
			page.leave(1001);
			BridgeServer.until(() -> assertThat(this.server.service(0).sent())
				.anyMatch((json) -> json.contains("\"audio_end_ms\":120")));
			JsonNode said = BridgePage.connect(BridgeServer.port(context)).resume(token).at("/history/0");
			assertThat(said.path("interrupted").asBoolean()).isTrue();
			assertThat(said.path("left").asBoolean()).isTrue();
		});
	}

	@Test
	void latenciesOfAnswersAreTold() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			page.send("{'type':'text','text':'Hello'}");
			BridgeServer.until(() -> assertThat(this.server.service(0).sent())
				.anyMatch((json) -> json.contains("response.create")));
			BridgeConversationTests.answer(this.server.service(0), HALF_SECOND);
			page.await("audio-end");
			page.send("{'type':'played','itemId':'a','contentIndex':0,'ms':500}");
			JsonNode latency = page.await("latency");
			page.leave(1001);
			JsonNode again = BridgePage.connect(BridgeServer.port(context)).resume(token).at("/latencies/0");
			assertThat(again.path("itemId")).isEqualTo(latency.path("itemId"));
			assertThat(again.path("totalMs")).isEqualTo(latency.path("totalMs"));
		});
	}

	/**
	 * What the model may do.
	 */
	static class Desk {

		@RealtimeTool
		String lookUp(String name) {
			return "Table 7 for " + name;
		}

		@RealtimeTool(approval = RealtimeTool.Approval.REQUIRED)
		String cancel(String name) {
			return "Cancelled for " + name;
		}

	}

}
