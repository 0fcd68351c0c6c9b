package io.realtime4j.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.UnaryOperator;

import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.POJONode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for outputs on their way to the model: large ones, broken ones, and those that
 * find no room.
 */
class ToolDeliveryTests {

	private static final String EMOJI = "\ud83d\ude00";

	@Test
	void longOutputIsCutAndTheModelToldSo() {
		ToolFixture fixture = limited(10);
		fixture.finish("call_0", "0123456789abc");
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(fixture.output("call_0"))
			.isEqualTo("0123456789\n[The output is too long. These are the first 10 of its 13 characters.]");
		assertThat(fixture.outcome()).isEqualTo(new ToolOutcome.Succeeded(3));
		assertThat(fixture.followUps()).isOne();
	}

	@Test
	void outputOfManyMegabytesIsToldInPartByDefault() {
		ToolFixture fixture = new ToolFixture();
		fixture.finish("call_0", "x".repeat(40_000_000));
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).hasSizeBetween(32_768, 33_000)
			.endsWith("These are the first 32768 of its 40000000 characters.]");
	}

	@Test
	void messageOfAFailureIsCutToo() {
		ToolFixture fixture = new ToolFixture((builder) -> builder.maxOutputLength(10), UnaryOperator.identity(),
				CallableTool.of(ToolFixture.definitionOf("fail"), (call) -> {
					throw new ToolException("0123456789abc");
				}));
		fixture.calls("resp_1", "fail", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).startsWith("0123456789\n[");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void nothingIsCutBetweenTheHalvesOfACharacter(int maxLength) {
		String told = ToolOutput.of("a" + EMOJI + EMOJI, maxLength).text();
		assertThat(told).startsWith((maxLength == 2) ? "a\n" : "a" + EMOJI + "\n").doesNotContain("\ufffd");
	}

	@Test
	void halvesOfCharactersAreReplaced() {
		assertThat(ToolOutput.of("a\ud83d b\ude00 \ude00\ud83d " + EMOJI + "\ud83d", 100).text())
			.isEqualTo("a\ufffd b\ufffd \ufffd\ufffd " + EMOJI + "\ufffd");
	}

	@Test
	void outputsMustHaveRoomForSomething() {
		assertThatIllegalArgumentException().isThrownBy(() -> limited(0)).withMessageContaining("maxOutputLength");
	}

	@Test
	void answerWaitsWhileTheServerReadsNothing() {
		ToolFixture fixture = new ToolFixture(new SessionLimits(100, 100_000, 1, 100_000), UnaryOperator.identity(),
				UnaryOperator.identity());
		fixture.calls("resp_1", "later", "{}", "later", "{}").done("resp_1");
		fillOutbox(fixture);
		fixture.finish("call_0", "first");
		fixture.finish("call_1", "second");
		assertThat(fixture.outputs()).isEmpty();
		assertThat(fixture.all(ToolCallFinished.class)).isEmpty();
		for (int i = 0; i < 4; i++) {
			fixture.script.completeSend();
			fixture.script.advance(ToolOutputs.RETRY_DELAY);
		}
		assertThat(fixture.output("call_0")).isEqualTo("first");
		assertThat(fixture.output("call_1")).isEqualTo("second");
		assertThat(fixture.all(ToolCallFinished.class)).extracting(ToolCallFinished::outcome)
			.containsExactly(new ToolOutcome.Succeeded(), new ToolOutcome.Succeeded());
		assertThat(fixture.followUps()).isOne();
	}

	@Test
	void outputThatNeverFindsRoomIsReplacedByAFewWords() {
		ToolFixture fixture = new ToolFixture(new SessionLimits(100, 100_000, 10, 1_000), UnaryOperator.identity(),
				UnaryOperator.identity());
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		fixture.finish("call_0", "x".repeat(2_000));
		for (int i = 1; i < ToolOutputs.ATTEMPTS; i++) {
			assertThat(fixture.outputs()).isEmpty();
			fixture.script.advance(ToolOutputs.RETRY_DELAY);
		}
		assertThat(fixture.output("call_0")).startsWith("The tool ended, but its output was lost on the way");
		assertThat(fixture.outcome()).isInstanceOfSatisfying(ToolOutcome.NotSent.class,
				(outcome) -> assertThat(outcome.cause()).isInstanceOf(OutboxFullException.class));
		assertThat(fixture.followUps()).isOne();
		assertThat(fixture.script.pendingTimers()).isZero();
	}

	@Test
	void endOfTheSessionEndsAnswersThatWait() {
		ToolFixture fixture = new ToolFixture(new SessionLimits(100, 100_000, 1, 100_000), UnaryOperator.identity(),
				UnaryOperator.identity());
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		fillOutbox(fixture);
		fixture.finish("call_0", "first");
		fixture.script.end();
		assertThat(fixture.outcome()).isEqualTo(new ToolOutcome.SessionEnded());
		fixture.script.advance(ToolOutputs.RETRY_DELAY);
		assertThat(fixture.all(ToolCallFinished.class)).hasSize(1);
	}

	@Test
	void outputThatTheServerDoesNotTakeIsReplacedByAFewWords() {
		ToolFixture fixture = new ToolFixture();
		fixture.finish("call_0", "nonsense");
		fixture.calls("resp_1", "later", "{}").done("resp_1");
		fixture.script.receive(ToolWire.refused(fixture.script.sent().get(0).path("event_id").asString()));
		assertThat(fixture.outputs()).extracting((item) -> item.path("output").asString())
			.containsExactly("nonsense", new ToolOutcome.NotSent(new IllegalStateException()).message());
		assertThat(fixture.all(ToolOutputRefused.class)).hasSize(1)
			.first()
			.satisfies((event) -> assertThat(event.error().message()).isEqualTo("no"));
		fixture.script.receive(ToolWire.refused(fixture.script.sent().get(0).path("event_id").asString()));
		assertThat(fixture.outputs()).hasSize(2);
	}

	@Test
	void waitingAnswersAreBounded() {
		ToolFixture fixture = new ToolFixture(new SessionLimits(100, 100_000, 1, 100_000), UnaryOperator.identity(),
				UnaryOperator.identity());
		String[] calls = new String[140];
		for (int i = 0; i < calls.length; i += 2) {
			calls[i] = "later";
			calls[i + 1] = "{}";
		}
		fixture.calls("resp_1", calls).done("resp_1");
		fillOutbox(fixture);
		for (int i = 0; i < 70; i++) {
			fixture.finish("call_" + i, "done");
		}
		assertThat(fixture.all(ToolCallFinished.class)).hasSize(6)
			.allSatisfy((finished) -> assertThat(finished.outcome()).isInstanceOf(ToolOutcome.NotSent.class));
	}

	@Test
	void itemThatCannotBeEncodedIsReportedAndDoesNotHoldUpOthers() {
		ToolFixture fixture = new ToolFixture();
		List<Throwable> errors = new ArrayList<>();
		ToolOutputs answers = new ToolOutputs("1", new ConversationOutputs(fixture.script.session()),
				new ScheduledThreadPoolExecutor(0));
		answers.send(new FunctionCallOutput(null, null, null, "call_0", "x", Map.of("bad", new POJONode(new Bad()))),
				errors::add, (refusal) -> {
				});
		answers.sendSmall(FunctionCallOutput.of("call_1", "fine"), errors::add);
		assertThat(errors).hasSize(2);
		assertThat(errors.get(0)).isNotNull();
		assertThat(errors.get(1)).isNull();
		assertThat(fixture.output("call_1")).isEqualTo("fine");
	}

	@ParameterizedTest
	@CsvSource({ "formatter", "message", "options", "arguments", "error" })
	void callIsAnsweredWhateverThrows(String culprit) {
		ToolFixture fixture = new ToolFixture((builder) -> builder.errorFormatter((call, failure) -> {
			if (culprit.equals("formatter")) {
				throw new StackOverflowError("planted");
			}
			return failure.message();
		}), UnaryOperator.identity(), new Culprit(culprit));
		fixture.calls("resp_1", "fail", "{}").done("resp_1");
		assertThat(fixture.output("call_0")).startsWith("The tool failed.");
		assertThat(fixture.outcome()).isInstanceOf(ToolOutcome.Failed.class);
		assertThat(fixture.followUps()).isOne();
	}

	private static ToolFixture limited(int maxLength) {
		return new ToolFixture((builder) -> builder.maxOutputLength(maxLength), UnaryOperator.identity());
	}

	// One event is on its way, another waits, and no more fit
	private static void fillOutbox(ToolFixture fixture) {
		fixture.script.holdSends();
		fixture.script.session().clearAudio();
		fixture.script.session().clearAudio();
	}

	/**
	 * Cannot be written.
	 */
	private static final class Bad implements JacksonSerializable {

		@Override
		public void serialize(JsonGenerator generator, SerializationContext context) {
			throw new IllegalStateException("planted");
		}

		@Override
		public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer type) {
			throw new IllegalStateException("planted");
		}

	}

	/**
	 * A tool of which something throws.
	 */
	private record Culprit(String culprit) implements CallableTool {

		@Override
		public FunctionTool definition() {
			return this.culprit.equals("arguments")
					? ToolFixture.definitionOf("fail").toBuilder().parameters(new POJONode(null)).build()
					: ToolFixture.definitionOf("fail");
		}

		@Override
		public ToolOptions options() {
			if (this.culprit.equals("options")) {
				throw new LinkageError("planted");
			}
			return ToolOptions.defaults();
		}

		@Override
		public CompletionStage<ToolResult> call(ToolCall call) {
			if (this.culprit.equals("error")) {
				throw new ExceptionInInitializerError("planted");
			}
			throw new ToolException("planted") {

				@Override
				public String getMessage() {
					throw new IllegalStateException("planted");
				}

			};
		}

	}

}
