package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.ServerVoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the one answer that each call gets, whatever happens to it.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#all")
class ToolAnswerTests {

	@Parameter
	private ServerVoice voice;

	private static final String SCHEMA = """
			{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}""";

	private final CallableTool greet = CallableTool.of(ToolFixture.definitionOf("greet", SCHEMA),
			(call) -> ToolResult.text("Hello " + call.arguments().path("name").asString()));

	private final ToolFixture fixture = new ToolFixture(this.greet);

	@Test
	void resultIsTheOutput() {
		this.fixture.calls("resp_1", "greet", "{\"name\":\"Ada\"}").done("resp_1");
		assertThat(this.fixture.output("call_0")).isEqualTo("Hello Ada");
		assertThat(this.fixture.outcome()).isEqualTo(new ToolOutcome.Succeeded());
		assertThat(this.fixture.followUps()).isOne();
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@BeforeEach
	void speak() {
		this.fixture.voice(this.voice);
	}

	@Test
	void resultOfAValueIsJson() {
		ToolFixture fixture = new ToolFixture(
				CallableTool.of(ToolFixture.definitionOf("list"), (call) -> ToolResult.json(List.of(1, 2))));
		fixture.calls("resp_1", "list", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("[1,2]");
	}

	@Test
	void exceptionIsToldWithoutItsMessage() {
		ToolFixture fixture = throwing(new IllegalStateException("jdbc:secret"));
		fixture.calls("resp_1", "fail", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).startsWith("The tool failed.").doesNotContain("secret");
		assertThat(fixture.outcome()).isInstanceOfSatisfying(ToolOutcome.Failed.class,
				(failed) -> assertThat(failed.cause()).hasMessage("jdbc:secret"));
		assertThat(fixture.followUps()).isOne();
	}

	@Test
	void messageForTheModelIsToldToIt() {
		ToolFixture fixture = throwing(new ToolException("A table seats up to eight guests."));
		fixture.calls("resp_1", "fail", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("A table seats up to eight guests.");
	}

	@Test
	void errorIsAnsweredLikeAnException() {
		ToolFixture fixture = throwing(new AssertionError("boom"));
		fixture.calls("resp_1", "fail", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).startsWith("The tool failed.");
	}

	@Test
	void failedStageIsAnsweredByItsCause() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.later.get("call_0").completeExceptionally(new ToolException("No."));
		assertThat(this.fixture.output("call_0")).isEqualTo("No.");
	}

	@Test
	void toolWithoutResultIsAFailure() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.later.get("call_0").complete(null);
		assertThat(this.fixture.output("call_0")).startsWith("The tool failed.");
	}

	@Test
	void timeoutIsToldAndTheLateResultDroppedAndCounted() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.script.advance(Duration.ofSeconds(59));
		assertThat(this.fixture.outputs()).isEmpty();
		this.fixture.script.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.output("call_0")).startsWith("The tool did not answer in time");
		this.fixture.finish("call_0", "late");
		assertThat(this.fixture.outputs()).hasSize(1);
		assertThat(this.fixture.followUps()).isOne();
		assertThat(this.fixture.sessionTools().droppedResults()).isOne();
		assertThat(this.fixture.all(ToolResultDropped.class)).hasSize(1);
	}

	@Test
	void toolIsToldThatNobodyWaitsAnyMore() {
		List<CompletableFuture<ToolResult>> abandoned = new ArrayList<>();
		CallableTool tool = new CallableTool() {

			@Override
			public FunctionTool definition() {
				return ToolFixture.definitionOf("slow");
			}

			@Override
			public CompletionStage<ToolResult> call(ToolCall call) {
				return new CompletableFuture<>();
			}

			@Override
			public void abandon(CompletionStage<ToolResult> result) {
				abandoned.add(result.toCompletableFuture());
				throw new IllegalStateException("planted");
			}

		};
		ToolFixture fixture = new ToolFixture(tool);
		fixture.calls("resp_1", "slow", "{}", "slow", "{}").done("resp_1");
		fixture.script.advance(Duration.ofMinutes(1));
		assertThat(abandoned).hasSize(2);
		assertThat(fixture.output("call_0")).startsWith("The tool did not answer in time");
		assertThat(fixture.output("call_1")).startsWith("The tool did not answer in time");
	}

	@Test
	void toolHasATimeoutOfItsOwn() {
		ToolFixture fixture = new ToolFixture();
		CallableTool quick = fixture.tool("quick", ToolOptions.defaults().withTimeout(Duration.ofSeconds(2)));
		fixture.sessionTools().use(ToolSet.of(quick));
		fixture.calls("resp_1", "quick", "{}").done("resp_1");
		fixture.script.advance(Duration.ofSeconds(2));
		assertThat(fixture.outcome()).isEqualTo(new ToolOutcome.TimedOut(Duration.ofSeconds(2)));
	}

	@Test
	void blockedThreadIsInterruptedByTheTimeout() throws Exception {
		AtomicReference<Throwable> thrown = new AtomicReference<>();
		CompletableFuture<Thread> running = new CompletableFuture<>();
		CompletableFuture<Void> ended = new CompletableFuture<>();
		CallableTool blocking = CallableTool.of(ToolFixture.definitionOf("block"), (call) -> {
			running.complete(Thread.currentThread());
			try {
				return ToolResult.text(new CompletableFuture<String>().get());
			}
			catch (InterruptedException ex) {
				thrown.set(ex);
				throw ex;
			}
		});
		ToolFixture fixture = new ToolFixture(blocking);
		fixture.holdTasks();
		fixture.calls("resp_1", "block", "{}").done("resp_1");
		Thread worker = new Thread(() -> {
			fixture.runTasks();
			ended.complete(null);
		});
		worker.start();
		running.join();
		fixture.script.advance(Duration.ofMinutes(1));
		ended.join();
		assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
		assertThat(fixture.output("call_0")).startsWith("The tool did not answer in time");
	}

	@Test
	void unknownToolIsToldWithTheKnownOnes() {
		this.fixture.calls("resp_1", "order_pizza", "{}").done("resp_1");
		assertThat(this.fixture.output("call_0")).isEqualTo("There is no such tool. There are: greet, later.");
		assertThat(this.fixture.followUps()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``                  | name is missing
			null                | name is missing
			{}                  | name is missing
			"foo"               | they must be a JSON object but are a string
			[]                  | they must be a JSON object but are an array
			{"name":"A          | they end in the middle of the JSON text
			{"name":            | they end in the middle of the JSON text
			{'name':'Ada'}      | they are not JSON (line 1, column 2)
			{"name":"Ada"} more | they are not JSON (line 1, column 16)
			{"name":4.5}        | name must be a string but is a number
			{"name":null}       | name must be a string but is null
			""")
	void wrongArgumentsAreToldSoThatTheModelCanCorrectItself(String arguments, String problem) {
		this.fixture.calls("resp_1", "greet", arguments).done("resp_1");
		assertThat(this.fixture.output("call_0")).isEqualTo("Nothing was done, because the arguments are wrong: "
				+ problem + ". Call the tool again with a JSON object that fits its schema.");
		assertThat(this.fixture.outcome()).isEqualTo(new ToolOutcome.InvalidArguments(problem));
		assertThat(this.fixture.followUps()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "{}" })
	void toolWithoutParametersTakesWhatModelsWriteForNone(String arguments) {
		this.fixture.finish("call_0", "fine");
		this.fixture.calls("resp_1", "later", arguments).done("resp_1");
		assertThat(this.fixture.output("call_0")).isEqualTo("fine");
	}

	@Test
	void argumentsWithOneMeaningAreMended() {
		ToolFixture fixture = new ToolFixture(CallableTool.of(ToolFixture.definitionOf("find", """
				{"type":"object","properties":{"limit":{"type":"integer"}}}"""),
				(call) -> ToolResult.text(call.arguments() + " of " + call.argumentsText())));
		fixture.calls("resp_1", "find", "{\"limit\":\"6\"}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("{\"limit\":6} of {\"limit\":\"6\"}");
	}

	@Test
	void callThatWasCutOffIsNotCarriedOut() {
		ObjectNode call = ToolWire.call("call_0", "greet", "{\"name\":\"Ad", "incomplete");
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"));
		this.fixture.script.receive(ToolWire.itemSaid("resp_1", 0, call));
		this.fixture.script.receive(ToolWire.responseDone("resp_1", "cancelled", call));
		assertThat(this.fixture.output("call_0"))
			.isEqualTo("Nothing was done: the call was interrupted before it was complete.");
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void callThatIsOnlyToldOfAtTheEndIsAnswered() {
		// Nothing else tells of it
		this.fixture.voice(ServerVoice.full());
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"),
				ToolWire.responseDone("resp_1", "completed",
						ToolWire.call("call_0", "greet", "{\"name\":\"Ada\"}", "completed"),
						ToolWire.call("call_1", "greet", "", "in_progress")));
		assertThat(this.fixture.output("call_0")).isEqualTo("Hello Ada");
		assertThat(this.fixture.output("call_1")).startsWith("Nothing was done");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void callThatIsToldOfTwiceIsAnsweredOnce() {
		String call = ToolWire.callDone("resp_1", "call_0", "greet", "{\"name\":\"Ada\"}", null);
		this.fixture.script.receive(ToolWire.responseCreated("resp_1"), call, call, ToolWire.responseDone("resp_1",
				"completed", ToolWire.call("call_0", "greet", "{\"name\":\"Ada\"}", "completed")), call);
		assertThat(this.fixture.outputs()).hasSize(1);
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void endOfTheSessionEndsCallsWithoutAnOutput() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.script.end();
		this.fixture.finish("call_0", "late");
		assertThat(this.fixture.outputs()).isEmpty();
		assertThat(this.fixture.outcome()).isEqualTo(new ToolOutcome.SessionEnded());
		assertThat(this.fixture.sessionTools().droppedResults()).isOne();
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@Test
	void callWithoutAThreadIsToldToComeLater() {
		this.fixture.rejectTasks();
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(this.fixture.output("call_0")).startsWith("Nothing was done: the tool is overloaded");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void formatterSaysItInOtherWords() {
		ToolFixture fixture = formatting((call, failure) -> call.name() + ": " + failure.getClass().getSimpleName());
		fixture.calls("resp_1", "nobody", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("nobody: UnknownTool");
	}

	@Test
	void formatterThatThrowsIsDoneWithout() {
		ToolFixture fixture = formatting((call, failure) -> {
			throw new IllegalStateException("planted");
		});
		fixture.calls("resp_1", "nobody", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).isEqualTo("There is no such tool. There are: later.");
	}

	@Test
	void functionThatTheApplicationAnswersByItselfIsLeftToIt() {
		this.fixture.script.receive(
				ToolWire.sessionUpdated(JsonMapper.shared().readTree("[{\"type\":\"function\",\"name\":\"own\"}]")));
		this.fixture.calls("resp_1", "own", "{}").done("resp_1");
		assertThat(this.fixture.script.sent()).isEmpty();
	}

	@Test
	void callBesideTheConversationIsLeftToTheApplication() {
		// Only the beginning of a response tells that it stands beside
		this.fixture.voice(ServerVoice.full());
		this.fixture.calls("resp_1", "greet", "{\"name\":\"Ada\"}").done("resp_1");
		this.fixture.script.receive(ToolWire.responseCreatedBeside("resp_2"),
				ToolWire.callDone("resp_2", "call_9", "greet", "{\"name\":\"Eve\"}", "completed"));
		assertThat(this.fixture.outputs()).hasSize(1);
	}

	@Test
	void callIsAnsweredWhenTimersAreGone() {
		this.fixture.script.rejectTimers();
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.finish("call_0", "fine");
		assertThat(this.fixture.output("call_0")).isEqualTo("fine");
	}

	private static ToolFixture throwing(Throwable error) {
		return new ToolFixture(CallableTool.of(ToolFixture.definitionOf("fail"), (call) -> {
			if (error instanceof Error fatal) {
				throw fatal;
			}
			throw (Exception) error;
		}));
	}

	private static ToolFixture formatting(ToolErrorFormatter formatter) {
		return new ToolFixture((builder) -> builder.errorFormatter(formatter), UnaryOperator.identity());
	}

}
