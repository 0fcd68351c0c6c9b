package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.LiveFunctionTool;
import io.realtime4j.live.model.delegation.LiveTool;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.tool.LiveToolRunner;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolCallFinished;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolOutcome;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for tools of live sessions, {@link LiveToolRunner}.
 */
class LiveToolsTests {

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	private final Map<String, CompletableFuture<ToolResult>> results = new LinkedHashMap<>();

	private final List<ToolCall> calls = new ArrayList<>();

	private final List<ToolEvent> events = new ArrayList<>();

	private final ToolSet tools = ToolSet.of(CallableTool.of(definition("now"), (call) -> ToolResult.text("noon")),
			new Later());

	private final LiveSession session = open(LiveToolRunner.equip(delegating(), this.tools).build());

	private static FunctionTool definition(String name) {
		return FunctionTool.builder().name(name).description("Does it.").build();
	}

	private static LiveSpec.Builder delegating() {
		LiveSettings settings = LiveSessionFixture.SETTINGS.toBuilder()
			.delegation(ResponsesDelegation.of(ResponsesSettings.builder().model("gpt-5").build()))
			.build();
		return LiveSpec.builder(settings);
	}

	private LiveSession open(LiveSpec spec) {
		ToolRunner runner = ToolRunner.builder(Runnable::run, this.fixture.scheduler)
			.listener((source, event) -> this.events.add(event))
			.build();
		LiveClient client = new DefaultLiveClient(this.fixture.environment(), List.of(),
				List.of(new LiveToolRunner(runner)), null);
		LiveSession opened = client.open(spec);
		connection().accept().receive(LiveSessionFixture.started());
		return opened;
	}

	private ScriptedConnection connection() {
		return this.fixture.connection();
	}

	private static String nested(String event) {
		return "{\"type\":\"response.event\",\"delegation_id\":\"d1\",\"event\":" + event + "}";
	}

	private static String response(String type, String id) {
		return nested("{\"type\":\"response." + type + "\",\"response\":{\"id\":\"" + id + "\",\"output\":[]}}");
	}

	private static String call(String callId, String name, String status) {
		return nested("{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"id\":\"fc_"
				+ callId + "\",\"call_id\":\"" + callId + "\",\"name\":\"" + name
				+ "\",\"arguments\":\"{}\",\"status\":\"" + status + "\"}}");
	}

	private void begin() {
		connection().expect("session.start");
		connection().receive(response("created", "resp_1"),
				nested("{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"reasoning\",\"id\":\"r\"}}"));
	}

	private void expectOutput(String callId, String output) {
		JsonNode item = connection().expect("response.item.create").get("item");
		assertThat(item.get("type").asString()).isEqualTo("function_call_output");
		assertThat(item.get("call_id").asString()).isEqualTo(callId);
		assertThat(item.get("output").asString()).contains(output);
	}

	private List<ToolOutcome> outcomes() {
		return this.events.stream()
			.filter(ToolCallFinished.class::isInstance)
			.map(ToolCallFinished.class::cast)
			.map(ToolCallFinished::outcome)
			.toList();
	}

	@Test
	void toolsAreDeclaredInTheDelegation() {
		JsonNode tools = connection().expect("session.start").at("/session/delegation/responses/tools");
		assertThat(tools.values()).extracting((tool) -> tool.get("name").asString()).containsExactly("now", "later");
	}

	@Test
	void outputsGoTogetherAndThenTheModelGoesOnOnce() {
		begin();
		connection().receive(call("c1", "now", "completed"), call("c2", "later", "completed"));
		connection().receive(response("completed", "resp_1"));
		connection().expectNothingMore();
		this.results.get("c2").complete(ToolResult.text("tomorrow"));
		expectOutput("c1", "noon");
		expectOutput("c2", "tomorrow");
		connection().expect("response.create");
		connection().expectNothingMore();
	}

	@Test
	void listenersOfTheSessionHearOfItsTools() {
		List<ToolCallFinished> heard = new ArrayList<>();
		this.session.on(ToolCallFinished.class, heard::add);
		begin();
		connection().receive(call("c1", "now", "completed"), response("completed", "resp_1"));
		expectOutput("c1", "noon");
		assertThat(heard).extracting((event) -> event.call().name()).containsExactly("now");
	}

	@Test
	void nothingGoesBeforeTheResponseIsComplete() {
		begin();
		connection().receive(call("c1", "now", "completed"));
		connection().expectNothingMore();
		connection().receive(response("completed", "resp_1"));
		expectOutput("c1", "noon");
		connection().expect("response.create");
	}

	@Test
	void modelGoesOnThoughTheToolWantsNoAnswer() {
		begin();
		connection().receive(call("c1", "later", "completed"), response("completed", "resp_1"));
		this.results.get("c1").complete(ToolResult.text("noted").withoutFollowUp());
		expectOutput("c1", "noted");
		connection().expect("response.create");
	}

	@Test
	void callThatIsToldTwiceRunsOnce() {
		begin();
		connection().receive(call("c1", "now", "completed"), call("c1", "now", "completed"),
				response("completed", "resp_1"), response("completed", "resp_1"));
		expectOutput("c1", "noon");
		connection().expect("response.create");
		connection().expectNothingMore();
	}

	@Test
	void outputsForFailedResponsesAreNotSent() {
		for (String end : List.of("failed", "incomplete")) {
			connection().receive(response("created", "resp_" + end), call("c1" + end, "now", "completed"),
					call("c2" + end, "later", "completed"), response(end, "resp_" + end));
			this.results.get("c2" + end).complete(ToolResult.text("too late"));
		}
		assertThat(connection().types()).containsExactly("session.start");
	}

	@Test
	void nextResponseOfTheDelegationIsAnsweredByItself() {
		begin();
		connection().receive(call("c1", "now", "completed"), response("completed", "resp_1"));
		connection().receive(response("created", "resp_2"), call("c2", "now", "completed"),
				response("completed", "resp_2"));
		assertThat(connection().types()).containsExactly("session.start", "response.item.create", "response.create",
				"response.item.create", "response.create");
	}

	@Test
	void unknownFunctionAndTimeOutAreAnswered() {
		begin();
		connection().receive(call("c1", "other", "completed"), call("c2", "later", "completed"),
				response("completed", "resp_1"));
		this.fixture.scheduler.advance(Duration.ofMinutes(1));
		expectOutput("c1", "no such tool");
		expectOutput("c2", "did not answer in time");
		connection().expect("response.create");
		assertThat(outcomes()).hasSize(2)
			.hasAtLeastOneElementOfType(ToolOutcome.UnknownTool.class)
			.hasAtLeastOneElementOfType(ToolOutcome.TimedOut.class);
	}

	@Test
	void callThatIsNotWholeIsNoCall() {
		begin();
		connection().receive(call("c1", "now", "incomplete"), response("completed", "resp_1"));
		connection().expectNothingMore();
	}

	@Test
	void otherServerIsToldInWordsWhatCallsOfTheLostOneReturned() {
		begin();
		connection().receive(call("c1", "later", "completed"), call("c2", "later", "completed"));
		connection().receive(LiveSessionFixture.closed("expired"));
		this.results.get("c1").complete(ToolResult.text("tomorrow"));
		ScriptedConnection again = this.fixture.again();
		this.results.get("c2").complete(ToolResult.text("on Sunday"));
		assertThat(again.types()).containsExactly("session.start");
		again.receive(LiveSessionFixture.started());
		again.expect("session.start");
		assertThat(again.expect("session.thinking.append").path("content").asString())
			.contains("the function later was called")
			.endsWith("tomorrow");
		assertThat(again.expect("session.thinking.append").path("content").asString()).endsWith("on Sunday");
		assertThat(again.expect("session.commentary.append").path("content").asString()).contains("interrupted");
		again.expectNothingMore();
		assertThat(outcomes()).hasSize(2).allMatch(ToolOutcome.Succeeded.class::isInstance);
	}

	@Test
	void callThatRunsBeyondTheConnectionIsToldOfWhenItEnds() {
		begin();
		connection().receive(call("c1", "later", "completed"), response("completed", "resp_1"));
		connection().end(new ConnectionLost("reset"));
		ScriptedConnection again = this.fixture.again();
		again.receive(LiveSessionFixture.started());
		again.expect("session.start");
		again.expectNothingMore();
		// The other server has a response of the same id
		again.receive(response("created", "resp_1"), call("c3", "later", "completed"));
		this.results.get("c1").complete(ToolResult.text("tomorrow"));
		assertThat(again.expect("session.thinking.append").path("content").asString()).endsWith("tomorrow");
		again.expect("session.commentary.append");
		again.expectNothingMore();
		again.receive(response("completed", "resp_1"));
		this.results.get("c3").complete(ToolResult.text("never"));
		assertThat(again.expect("response.item.create").at("/item/call_id").asString()).isEqualTo("c3");
		again.expect("response.create");
		again.expectNothingMore();
	}

	@Test
	void sidebandThatComesBackSendsTheOutputsThatTheServerWaitsFor() {
		ToolSet set = this.tools;
		this.session.close();
		open(LiveToolRunner.equip(LiveSpec.attachedTo("live_1"), set).build());
		ScriptedConnection lost = connection();
		lost.receive(response("created", "resp_1"), call("c1", "now", "completed"), call("c2", "later", "completed"));
		lost.end(new ConnectionLost("reset"));
		this.results.get("c2").complete(ToolResult.text("tomorrow"));
		ScriptedConnection again = this.fixture.again();
		assertThat(again.expect("response.item.create").at("/item/output").asString()).isEqualTo("noon");
		assertThat(again.expect("response.item.create").at("/item/output").asString()).isEqualTo("tomorrow");
		again.expect("response.create");
		again.expectNothingMore();
	}

	@Test
	void endOfTheSessionEndsCalls() {
		begin();
		connection().receive(call("c1", "later", "completed"), LiveSessionFixture.closed("remote_hangup"));
		assertThat(outcomes()).singleElement().isInstanceOf(ToolOutcome.SessionEnded.class);
	}

	@Test
	void callKnowsItsSession() {
		begin();
		connection().receive(call("c1", "later", "completed"));
		assertThat(this.calls).singleElement().satisfies((call) -> assertThat(call.session()).isSameAs(this.session));
	}

	@Test
	void toolsTakeThePlaceOfThoseOfTheSameName() {
		ResponsesSettings responses = ResponsesSettings.builder()
			.tools(List.<LiveTool>of(new LiveFunctionTool("now", "Old.", null, null, Map.of())))
			.build();
		LiveSpec spec = LiveToolRunner
			.equip(LiveSpec
				.builder(LiveSessionFixture.SETTINGS.toBuilder().delegation(ResponsesDelegation.of(responses)).build()),
					ToolSet.of(CallableTool.of(definition("now"), (call) -> ToolResult.text("noon"))))
			.build();
		assertThat(spec.settings().toString()).contains("Does it.").doesNotContain("Old.");
	}

	@Test
	void onlyResponsesDelegationCanHaveTools() {
		LiveSpec.Builder spec = LiveSpec
			.builder(LiveSessionFixture.SETTINGS.toBuilder().delegation(new ClientDelegation(null, Map.of())).build());
		assertThatIllegalArgumentException().isThrownBy(() -> LiveToolRunner.equip(spec, this.tools))
			.withMessageContaining("'responses'");
	}

	@Test
	void twoRunnersAnswerOnce() {
		LiveToolRunner runner = new LiveToolRunner(ToolRunner.builder(Runnable::run, this.fixture.scheduler).build());
		new DefaultLiveClient(this.fixture.environment(), List.of(), List.of(runner, runner), null)
			.open(LiveToolRunner.equip(delegating(), this.tools).build());
		connection().accept().receive(LiveSessionFixture.started());
		begin();
		connection().receive(call("c1", "now", "completed"), response("completed", "resp_1"));
		expectOutput("c1", "noon");
		connection().expect("response.create");
		connection().expectNothingMore();
	}

	@Test
	void toolThatNeedsAnotherSessionIsRefusedAtRegistration() {
		ToolSet wrong = ToolSet.of(new NeedsRealtimeSession());
		assertThatIllegalArgumentException().isThrownBy(() -> LiveToolRunner.equip(delegating(), wrong))
			.withMessageContaining("The tool 'ask'")
			.withMessageContaining("needs a RealtimeSession and cannot be called in a LiveSession")
			.withMessageContaining("let it take a VoiceSession");
	}

	@Test
	void toolOfTheRunnerThatNeedsAnotherSessionIsRefusedWithTheSession() {
		ToolRunner runner = ToolRunner.builder(Runnable::run, this.fixture.scheduler)
			.tools(ToolSet.of(new NeedsRealtimeSession()))
			.build();
		LiveClient client = new DefaultLiveClient(this.fixture.environment(), List.of(),
				List.of(new LiveToolRunner(runner)), null);
		assertThatIllegalArgumentException().isThrownBy(() -> client.open(delegating().build()))
			.withMessageContaining("cannot be called in a LiveSession");
		assertThat(client.sessions()).isEmpty();
	}

	/**
	 * A tool that is written for sessions of the first family.
	 */
	private static final class NeedsRealtimeSession implements CallableTool {

		@Override
		public FunctionTool definition() {
			return LiveToolsTests.definition("ask");
		}

		@Override
		public Class<RealtimeSession> sessionType() {
			return RealtimeSession.class;
		}

		@Override
		public CompletableFuture<ToolResult> call(ToolCall call) {
			throw new UnsupportedOperationException();
		}

	}

	/**
	 * A tool whose results the test gives.
	 */
	private final class Later implements CallableTool {

		@Override
		public FunctionTool definition() {
			return LiveToolsTests.definition("later");
		}

		@Override
		public ToolOptions options() {
			return ToolOptions.defaults();
		}

		@Override
		public CompletableFuture<ToolResult> call(ToolCall call) {
			LiveToolsTests.this.calls.add(call);
			return LiveToolsTests.this.results.computeIfAbsent(call.callId(), (id) -> new CompletableFuture<>());
		}

	}

}
