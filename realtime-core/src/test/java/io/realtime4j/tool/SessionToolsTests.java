package io.realtime4j.tool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.UnaryOperator;

import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.model.tool.McpTool;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.translation.session.TranslationSession;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SessionTools} and {@link ToolSet#equip}.
 */
class SessionToolsTests {

	private final CallableTool first = says("first");

	private final CallableTool second = says("second");

	@Test
	void equippedSessionTellsTheModelOfItsToolsWhenItOpens() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		assertThat(fixture.script.openingUpdate().at("/session/tools/0/name").asString()).isEqualTo("first");
		assertThat(fixture.sessionTools().current().names()).containsExactly("first");
		fixture.calls("resp_1", "first", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("first");
	}

	@Test
	void equippedSessionHasNoToolsOfTheRunner() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("There is no such tool. There are: first.");
	}

	@Test
	void toolsOfTheSettingsAreKeptUnlessReplaced() {
		SessionSpec spec = SessionSpec.of(ScriptedSession.SETTINGS.toBuilder()
			.tools(List.of(FunctionTool.builder().name("own").build(), FunctionTool.builder().name("first").build()))
			.build());
		ToolFixture fixture = new ToolFixture(UnaryOperator.identity(), (plain) -> ToolSet.of(this.first).equip(spec));
		assertThat(fixture.script.openingUpdate().at("/session/tools").valueStream())
			.extracting((tool) -> tool.path("name").asString())
			.containsExactly("own", "first");
	}

	@Test
	void switchSendsTheToolsAndNothingElse() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		CompletableFuture<ToolSet> used = fixture.sessionTools().use(ToolSet.of(this.first, this.second));
		JsonNode update = fixture.script.sent().get(0);
		assertThat(update.path("type").asString()).isEqualTo("session.update");
		assertThat(update.path("session").propertyNames()).containsExactlyInAnyOrder("type", "tools");
		assertThat(update.at("/session/tools")).hasSize(2);
		assertThat(used).isNotDone();
		acknowledge(fixture);
		assertThat(used).isCompleted();
	}

	@Test
	void switchToTheSameToolsSendsNothing() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		assertThat(fixture.sessionTools().use(ToolSet.of(says("first")))).isCompleted();
		assertThat(fixture.script.sent()).isEmpty();
	}

	@Test
	void sessionThatWasNeverToldIsToldEvenOfTheSameTools() {
		ToolFixture fixture = new ToolFixture();
		ToolSet tools = fixture.sessionTools().current();
		fixture.sessionTools().use(tools);
		assertThat(fixture.script.sentTypes()).containsExactly("session.update");
		acknowledge(fixture);
		fixture.sessionTools().use(tools);
		assertThat(fixture.script.sent()).hasSize(1);
	}

	@Test
	void emptySetTakesAllToolsAway() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		fixture.sessionTools().use(ToolSet.empty());
		assertThat(fixture.script.sent().get(0).at("/session/tools").isArray()).isTrue();
		assertThat(fixture.script.sent().get(0).at("/session/tools")).isEmpty();
	}

	@Test
	void callsAreAnsweredByBothSetsUntilTheServerHasAcknowledged() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		fixture.sessionTools().use(ToolSet.of(this.second));
		fixture.calls("resp_1", "first", "{}", "second", "{}");
		assertThat(fixture.output("call_0")).isEqualTo("first");
		assertThat(fixture.output("call_1")).isEqualTo("second");
	}

	@Test
	void responseThatBeganBeforeTheSwitchKeepsItsTools() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		fixture.script.receive(ToolWire.responseCreated("resp_1"));
		fixture.sessionTools().use(ToolSet.of(this.second));
		acknowledge(fixture);
		fixture.script.receive(ToolWire.callDone("resp_1", "call_0", "first", "{}", "completed"));
		assertThat(fixture.output("call_0")).isEqualTo("first");
		fixture.done("resp_1").done("resp_1");
		fixture.script.receive(ToolWire.responseCreated("resp_2"),
				ToolWire.callDone("resp_2", "call_1", "first", "{}", "completed"));
		fixture.done("resp_2");
		assertThat(fixture.output("call_1")).isEqualTo("There is no such tool. There are: second.");
	}

	@Test
	void refusedSwitchLeavesTheToolsAsTheyWere() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		CompletableFuture<ToolSet> used = fixture.sessionTools().use(ToolSet.of(this.second));
		fixture.script.receive(ToolWire.refused(fixture.script.sent().get(0).path("event_id").asString()));
		assertThat(used).isCompletedExceptionally();
		assertThat(fixture.sessionTools().current().names()).containsExactly("first");
	}

	@Test
	void switchesOneAfterTheOtherEndWithTheLast() {
		ToolFixture fixture = equipped(ToolSet.empty());
		fixture.sessionTools().use(ToolSet.of(this.first));
		fixture.sessionTools().use(ToolSet.of(this.second));
		acknowledge(fixture);
		assertThat(fixture.sessionTools().current().names()).containsExactly("second");
		acknowledge(fixture);
		fixture.calls("resp_1", "first", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("There is no such tool. There are: second.");
	}

	@Test
	void closedSessionTakesNoOtherTools() {
		ToolFixture fixture = equipped(ToolSet.of(this.first));
		fixture.script.end();
		assertThatExceptionOfType(SessionClosedException.class)
			.isThrownBy(() -> fixture.sessionTools().use(ToolSet.of(this.second)));
		assertThat(fixture.sessionTools().current().names()).containsExactly("first");
	}

	@Test
	void secondRunnerOfASessionDoesNothing() {
		ToolFixture fixture = new ToolFixture(UnaryOperator.identity(),
				(spec) -> SessionSpec.builder(ScriptedSession.SETTINGS)
					.interceptor(ToolRunner.builder(Runnable::run, new ScheduledThreadPoolExecutor(0))
						.tools(ToolSet.of(this.first))
						.build())
					.build(),
				this.first);
		fixture.calls("resp_1", "first", "{}").done("resp_1");
		assertThat(fixture.outputs()).hasSize(1);
	}

	@Test
	void transcriptionHasNoTools() {
		SessionSpec spec = SessionSpec.of(TranscriptionSessionSettings.builder().build());
		assertThatIllegalArgumentException().isThrownBy(() -> ToolSet.of(this.first).equip(spec))
			.withMessage("A session of type 'transcription' cannot have tools");
	}

	@Test
	void callThatIsAttachedToHasNoSettings() {
		SessionSpec spec = ToolSet.of(this.first).equip(SessionSpec.sideband("rtc_1").build());
		assertThat(spec.settings()).isNull();
		assertThat(spec.callId()).isEqualTo("rtc_1");
	}

	@Test
	void sessionWithoutARunnerIsTold() {
		ScriptedSession script = new ScriptedSession((scheduler) -> (session) -> new SessionInterceptor() {
		}, UnaryOperator.identity());
		assertThatIllegalStateException().isThrownBy(() -> SessionTools.of(script.session()))
			.withMessageContaining("has no ToolRunner");
	}

	@Test
	void setsAreMadeOfOthers() {
		McpTool server = McpTool.builder().serverLabel("docs").authorization("CANARY").build();
		ToolSet all = ToolSet.of(this.first, this.second).withServers(List.of(server));
		assertThat(all.only("second").names()).containsExactly("second");
		assertThat(all.only("second").definitions()).hasSize(2);
		assertThat(all.without("second", "nobody").names()).containsExactly("first");
		assertThat(all.toString()).contains("first", "docs").doesNotContain("CANARY");
		assertThatIllegalArgumentException().isThrownBy(() -> all.only("nobody"))
			.withMessage("There is no tool 'nobody', only [first, second]");
	}

	@Test
	void toolThatNeedsSessionsOfAnotherKindIsRefusedWhereverItIsGiven() {
		ToolSet other = ToolSet.of(this.first, needsAnotherSession());
		SessionSpec spec = SessionSpec.of(ScriptedSession.SETTINGS);
		assertThatIllegalArgumentException().isThrownBy(() -> other.equip(spec))
			.withMessageContaining("The tool 'translate'")
			.withMessageContaining("needs a TranslationSession")
			.withMessageContaining("let it take a VoiceSession");
		SessionTools tools = equipped(ToolSet.of(this.first)).sessionTools();
		assertThatIllegalArgumentException().isThrownBy(() -> tools.use(other));
		assertThat(tools.current().names()).containsExactly("first");
		assertThatIllegalArgumentException().isThrownBy(() -> new ToolFixture(needsAnotherSession()));
		assertThat(other.without("translate").requireCallableIn(RealtimeSession.class).names())
			.containsExactly("first");
	}

	@Test
	void toolsOfOneKindOfSessionAreTold() {
		McpTool server = McpTool.builder().serverLabel("docs").serverUrl("https://mcp.example.com").build();
		ToolSet all = ToolSet.of(needsAnotherSession(), this.first).withServers(List.of(server));
		ToolSet callable = all.callableIn(RealtimeSession.class);
		assertThat(callable.names()).containsExactly("first");
		assertThat(callable.definitions()).contains(server);
		assertThat(callable.callableIn(RealtimeSession.class)).isSameAs(callable);
		assertThat(callable.withoutServers().definitions()).doesNotContain(server).hasSize(1);
	}

	private static CallableTool needsAnotherSession() {
		return new CallableTool() {

			@Override
			public FunctionTool definition() {
				return ToolFixture.definitionOf("translate");
			}

			@Override
			public Class<TranslationSession> sessionType() {
				return TranslationSession.class;
			}

			@Override
			public CompletableFuture<ToolResult> call(ToolCall call) {
				throw new UnsupportedOperationException();
			}

		};
	}

	@Test
	void namesAreUniqueAndFitTheService() {
		assertThatIllegalArgumentException().isThrownBy(() -> ToolSet.of(this.first, says("first")))
			.withMessageStartingWith("Two tools are named 'first'");
		assertThatIllegalArgumentException().isThrownBy(() -> ToolSet.of(says("no spaces")))
			.withMessageContaining("'no spaces'");
		CallableTool nameless = CallableTool.of(FunctionTool.builder().build(), (call) -> ToolResult.text(""));
		assertThatIllegalArgumentException().isThrownBy(() -> ToolSet.of(nameless)).withMessageContaining("'null'");
	}

	private static CallableTool says(String name) {
		return CallableTool.of(ToolFixture.definitionOf(name), (call) -> ToolResult.text(name));
	}

	private static ToolFixture equipped(ToolSet tools) {
		return new ToolFixture(UnaryOperator.identity(), tools::equip);
	}

	private static void acknowledge(ToolFixture fixture) {
		fixture.script.receive(ToolWire.sessionUpdated(JsonMapper.shared().createArrayNode()));
	}

}
