package io.realtime4j.spring.boot.autoconfigure;

import java.util.function.BiConsumer;

import io.realtime4j.spring.bridge.page.BridgeToolListener;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.service.ServiceVoice;
import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BridgeToolListener}.
 */
class BridgeToolTests {

	private final BridgeServer server = new BridgeServer();

	private final WebApplicationContextRunner runner = this.server.runner().withBean(Desk.class);

	@Test
	void toolIsShownWithoutItsData() {
		withPage(this.runner, (page, service) -> {
			call(service, "lookUp", "{\\\"name\\\":\\\"Ann\\\"}");
			JsonNode started = page.await("tool");
			assertThat(started.path("name").asString()).isEqualTo("lookUp");
			assertThat(started.path("state").asString()).isEqualTo("started");
			assertThat(started.path("callId").asString()).isEqualTo("c");
			assertThat(started.has("arguments")).isFalse();
			assertThat(page.await("tool").path("state").asString()).isEqualTo("finished");
		});
	}

	@ParameterizedTest
	@EnumSource
	void toolIsShownWithItsDataIfTheApplicationSaysSo(ServiceVoice voice) {
		withPage(this.runner.withPropertyValues("realtime.bridge.tool-data=true"), (page, service) -> {
			service.voice(voice);
			service.receive(ServiceTalk.call("f", "lookUp", "{'name':'Ann'}"));
			assertThat(page.await("tool").path("arguments").asString()).isEqualTo("{\"name\":\"Ann\"}");
			BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("Table 7 for Ann")));
			service.receive("""
					{"type":"conversation.item.added","previous_item_id":"f",
					"item":{"id":"o","type":"function_call_output","call_id":"cf","output":"Table 7 for Ann"}}""");
			service.receive(ServiceTalk.answer("a", "It is table 7", new byte[480]));
			assertThat(page.await("tool-output").path("output").asString()).isEqualTo("Table 7 for Ann");
		});
	}

	@Test
	void toolThatFailsIsShown() {
		withPage(this.runner, (page, service) -> {
			call(service, "unknown", "{}");
			assertThat(page.await("tool").path("state").asString()).isEqualTo("failed");
		});
	}

	@ParameterizedTest
	@EnumSource
	void userApproves(ServiceVoice voice) {
		withPage(this.runner, (page, service) -> {
			service.voice(voice);
			service.receive(ServiceTalk.call("f", "cancel", "{'name':'Ann'}"));
			JsonNode approval = page.await("approval");
			assertThat(approval.path("name").asString()).isEqualTo("cancel");
			assertThat(approval.path("arguments").asString()).isEqualTo("{\"name\":\"Ann\"}");
			page.send("{'type':'approve','id':'" + approval.path("id").asString() + "','approved':true}");
			assertThat(page.await("approval-closed").path("approved").asBoolean()).isTrue();
			assertThat(page.await("tool").path("state").asString()).isEqualTo("started");
			BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("Cancelled for Ann")));
		});
	}

	@Test
	void userRefusesAndSaysWhy() {
		withPage(this.runner, (page, service) -> {
			call(service, "cancel", "{\\\"name\\\":\\\"Ann\\\"}");
			String id = page.await("approval").path("id").asString();
			page.send("{'type':'approve','id':'" + id + "','approved':false,'reason':'Not today'}");
			assertThat(page.await("approval-closed").path("approved").asBoolean()).isFalse();
			BridgeServer.until(() -> assertThat(service.sent()).anyMatch((json) -> json.contains("Not today")));
			page.send("{'type':'approve','id':'" + id + "','approved':true}");
			assertThat(page.await("error").path("code").asString()).isEqualTo("unknown_approval");
		});
	}

	@Test
	void pageThatComesBackIsAskedAgain() {
		this.runner.run((context) -> {
			BridgePage page = BridgePage.connect(BridgeServer.port(context));
			String token = page.start(24_000).path("resume").asString();
			page.awaitOpen();
			call(this.server.service(0), "cancel", "{\\\"name\\\":\\\"Ann\\\"}");
			String id = page.await("approval").path("id").asString();
			page.leave(1001);
			JsonNode ready = BridgePage.connect(BridgeServer.port(context)).resume(token);
			assertThat(ready.at("/approvals/0/id").asString()).isEqualTo(id);
		});
	}

	@Test
	void userIsNotAskedIfOthersDecide() {
		withPage(this.runner.withPropertyValues("realtime.bridge.approvals=false"), (page, service) -> {
			call(service, "cancel", "{\\\"name\\\":\\\"Ann\\\"}");
			page.send("{'type':'approve','id':'c','approved':true}");
			assertThat(page.await("error").path("code").asString()).isEqualTo("unknown_approval");
			assertThat(page.types()).doesNotContain("approval");
		});
	}

	private void withPage(WebApplicationContextRunner runner,
			BiConsumer<BridgePage, ScriptedTransport.ScriptedConnection> test) {
		this.server.withPage(runner, (page, service) -> {
			page.awaitOpen();
			test.accept(page, service);
		});
	}

	static void call(ScriptedTransport.ScriptedConnection service, String name, String arguments) {
		service.receive("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"status\":\"in_progress\"}}");
		String item = "{\"id\":\"f\",\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"" + name
				+ "\",\"arguments\":\"" + arguments + "\"}";
		service.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":" + item + "}");
		service.receive("{\"type\":\"response.output_item.done\",\"response_id\":\"r\",\"output_index\":0,\"item\":"
				+ item + "}");
		service
			.receive("{\"type\":\"response.done\",\"response\":{\"id\":\"r\",\"status\":\"completed\",\"output\":[]}}");
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
