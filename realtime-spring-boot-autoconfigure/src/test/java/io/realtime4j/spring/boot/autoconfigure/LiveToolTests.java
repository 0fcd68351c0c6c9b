package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.boot.autoconfigure.tool.LateTools;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.tool.ToolApprovalRequested;
import io.realtime4j.tool.ToolCallFinished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the tools of an application in live sessions.
 */
class LiveToolTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport);

	private final ApplicationContextRunner delegating = this.contextRunner
		.withPropertyValues("realtime.live.delegation.responses.model=gpt-5");

	@Test
	void toolsAreDeclaredInTheDelegationAndTheirCallsAnswered() {
		this.delegating.withBean(Desk.class).withBean(Told.class).run((context) -> {
			LiveSession session = open(context);
			JsonNode delegation = sent("session.start").get(0).at("/session/delegation");
			assertThat(delegation.at("/type").asString()).isEqualTo("responses");
			assertThat(delegation.at("/responses/model").asString()).isEqualTo("gpt-5");
			assertThat(delegation.at("/responses/tools").findValuesAsString("name")).containsExactly("free");
			call("c1", "free", "{\\\"table\\\":7}");
			await().until(() -> sent("response.create").size() == 1);
			JsonNode item = sent("response.item.create").get(0).get("item");
			assertThat(item.get("call_id").asString()).isEqualTo("c1");
			assertThat(item.get("output").asString()).contains("Table 7 is free", session.id());
			Told told = context.getBean(Told.class);
			await().until(() -> told.finished.size() == 1);
		});
	}

	@Test
	void callWaitsForApproval() {
		this.delegating.withBean(Careful.class).withBean(Told.class).run((context) -> {
			open(context);
			call("c1", "book", "{}");
			Told told = context.getBean(Told.class);
			await().until(() -> told.asked.size() == 1);
			assertThat(sent("response.item.create")).isEmpty();
			told.asked.get(0).approval().approve();
			await().until(() -> sent("response.create").size() == 1);
			assertThat(sent("response.item.create").get(0).at("/item/output").asString()).contains("booked");
		});
	}

	@Test
	void eachFamilyHasTheToolsThatItCanCall() {
		this.delegating.withBean(OfBoth.class).run((context) -> {
			open(context);
			assertThat(
					sent("session.start").get(0).at("/session/delegation/responses/tools").findValuesAsString("name"))
				.containsExactlyInAnyOrder("ofAll", "ofLive");
			RealtimeSession other = context.getBean(RealtimeSession.class);
			other.open().join();
			List<JsonNode> updates = messages(this.transport.connections().get(1), "session.update");
			assertThat(updates.get(0).at("/session/tools").findValuesAsString("name"))
				.containsExactlyInAnyOrder("ofAll", "ofRealtime");
		});
	}

	@Test
	void toolOfBeanBehindAnInterfaceIsDeclared() {
		this.delegating.withUserConfiguration(EarlySession.class, BehindInterface.class).run((context) -> {
			open(context);
			assertThat(
					sent("session.start").get(0).at("/session/delegation/responses/tools").findValuesAsString("name"))
				.containsExactlyInAnyOrder("open");
		});
	}

	@Test
	void sessionsThatTheApplicationSpecifiesAreLeftAsTheyAre() {
		ResponsesSettings responses = ResponsesSettings.builder().model("gpt-5").build();
		LiveSpec own = LiveSpec
			.builder(LiveSettings.builder()
				.model(new LiveModel("gpt-live-1"))
				.delegation(new ResponsesDelegation(null, responses, Map.of()))
				.build())
			.build();
		this.contextRunner.withUserConfiguration(EarlySession.class, BehindInterface.class)
			.withBean(LiveSpec.class, () -> own)
			.run((context) -> {
				assertThat(context.getBean(LateTools.class).complete().names()).containsExactly("open");
				assertThat(context.getBean(LiveClient.class).defaultSpec()).isSameAs(own);
			});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenApplicationDoesTheWorkLogSaysThatToolsAreNotOffered(CapturedOutput output) {
		this.contextRunner.withBean(Desk.class).run((context) -> {
			open(context);
			assertThat(sent("session.start").get(0).at("/session/delegation").isMissingNode()).isTrue();
			assertThat(output).containsOnlyOnce("'realtime.live.delegation.responses.model' names one");
		});
	}

	@Test
	void serversOfOtherSessionsAreLeftOut() {
		this.delegating.withPropertyValues("realtime.session.tools.mcp.docs.url=https://mcp.example.com")
			.withBean(Desk.class)
			.run((context) -> {
				open(context);
				assertThat(sent("session.start").get(0).at("/session/delegation/responses/tools").values())
					.extracting((tool) -> tool.get("type").asString())
					.containsExactly("function");
			});
	}

	private static LiveSession open(ApplicationContext context) {
		LiveSession session = context.getBean(LiveClient.class).open();
		session.open().join();
		return session;
	}

	private void call(String callId, String name, String arguments) {
		ScriptedTransport.ScriptedConnection connection = this.transport.connection();
		connection.receive(LiveTalk.nested("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}"));
		connection
			.receive(LiveTalk.nested("{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\","
					+ "\"id\":\"fc_1\",\"call_id\":\"" + callId + "\",\"name\":\"" + name + "\",\"arguments\":\""
					+ arguments + "\",\"status\":\"completed\"}}"));
		connection.receive(LiveTalk.nested("{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\"}}"));
	}

	private List<JsonNode> sent(String type) {
		return messages(this.transport.connections().get(0), type);
	}

	private static List<JsonNode> messages(ScriptedTransport.ScriptedConnection connection, String type) {
		return connection.sent()
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((message) -> message.get("type").asString().equals(type))
			.toList();
	}

	static class Desk {

		@RealtimeTool(description = "Tells whether a table is free")
		String free(VoiceSession session, int table) {
			return "Table " + table + " is free, " + session.id();
		}

	}

	static class Careful {

		@RealtimeTool(description = "Books the table", approval = RealtimeTool.Approval.REQUIRED)
		String book() {
			return "booked";
		}

	}

	static class OfBoth {

		@RealtimeTool
		String ofAll() {
			return "all";
		}

		@RealtimeTool
		void ofLive(LiveSession session) {
			session.mute();
		}

		@RealtimeTool
		void ofRealtime(RealtimeSession session) {
			session.followUp();
		}

	}

	static class Told {

		private final List<ToolApprovalRequested> asked = Collections.synchronizedList(new ArrayList<>());

		private final List<ToolCallFinished> finished = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void on(ToolApprovalRequested event) {
			this.asked.add(event);
		}

		@EventListener
		void on(ToolCallFinished event) {
			this.finished.add(event);
		}

	}

	interface Door {

		String open();

	}

	static class FrontDoor implements Door {

		@Override
		@RealtimeTool
		public String open() {
			return "opened";
		}

	}

	record NeedsClient(LiveClient client, String model) {

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlySession {

		@Bean
		NeedsClient aFirst(LiveClient client) {
			return new NeedsClient(client, client.defaultSpec().settings().model().value());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BehindInterface {

		@Bean
		Door door() {
			return new FrontDoor();
		}

	}

}
