package io.realtime4j.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ServerVoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the one response that is asked for when all calls of a response are answered.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class ToolFollowUpTests {

	@Parameter
	private ServerVoice voice;

	@BeforeEach
	void speak() {
		this.fixture.voice(this.voice);
	}

	private static final String DONE = "done";

	private final ToolFixture fixture = new ToolFixture();

	@ParameterizedTest
	@MethodSource("orders")
	void oneResponseIsAskedForAfterTheLastOfThreeOutputs(List<String> order) {
		this.fixture.calls("resp_1", "later", "{}", "later", "{}", "later", "{}");
		boolean begun = this.fixture.started.size() == 3;
		for (String step : order) {
			assertThat(this.fixture.followUps()).isZero();
			if (step.equals(DONE)) {
				this.fixture.done("resp_1");
			}
			else {
				this.fixture.finish(step, "result");
			}
		}
		assertThat(this.fixture.script.sentTypes()).containsExactly("conversation.item.create",
				"conversation.item.create", "conversation.item.create", "response.create");
		// Calls that are told by the end of their response begin together
		List<String> answered = order.stream().filter((step) -> !step.equals(DONE)).toList();
		assertThat(this.fixture.outputs()).extracting((item) -> item.path("call_id").asString())
			.containsExactlyInAnyOrderElementsOf(answered)
			.satisfies((outputs) -> assertThat(!begun || answered.equals(outputs)).isTrue());
	}

	static Stream<List<String>> orders() {
		return permutations(List.of("call_0", "call_1", "call_2", DONE)).stream();
	}

	private static List<List<String>> permutations(List<String> elements) {
		if (elements.isEmpty()) {
			return List.of(List.of());
		}
		List<List<String>> all = new ArrayList<>();
		for (String first : elements) {
			List<String> rest = new ArrayList<>(elements);
			rest.remove(first);
			for (List<String> tail : permutations(rest)) {
				List<String> permutation = new ArrayList<>(List.of(first));
				permutation.addAll(tail);
				all.add(permutation);
			}
		}
		return all;
	}

	@Test
	void noResponseIsAskedForWhenAllResultsDeclineIt() {
		this.fixture.calls("resp_1", "later", "{}", "later", "{}").done("resp_1");
		this.fixture.finish("call_0", ToolResult.text("a").withoutFollowUp());
		this.fixture.finish("call_1", ToolResult.text("b").withoutFollowUp());
		assertThat(this.fixture.outputs()).hasSize(2);
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void oneResultThatWantsAnAnswerIsEnough() {
		this.fixture.calls("resp_1", "later", "{}", "later", "{}").done("resp_1");
		this.fixture.finish("call_0", "a");
		this.fixture.finish("call_1", ToolResult.text("b").withoutFollowUp());
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void toolDeclinesTheAnswerToItsResultsButNotToItsFailures() {
		CallableTool note = this.fixture.tool("note", ToolOptions.defaults().withoutFollowUp());
		this.fixture.sessionTools().use(ToolSet.of(note));
		this.fixture.calls("resp_1", "note", "{}").done("resp_1");
		this.fixture.finish("call_0", "noted");
		assertThat(this.fixture.followUps()).isZero();
		this.fixture.calls("resp_2", "note", "[]").done("resp_2");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void responseWithoutCallsIsNotFollowedUp() {
		this.fixture.calls("resp_1").done("resp_1");
		assertThat(this.fixture.script.sent()).isEmpty();
	}

	@Test
	void answerWaitsForTheResponseOfAnotherTurn() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		this.fixture.script.receive(ToolWire.responseCreated("resp_2"), ToolWire.text("resp_2", "Well"));
		this.fixture.finish("call_0", "result");
		assertThat(this.fixture.output("call_0")).isEqualTo("result");
		assertThat(this.fixture.followUps()).isZero();
		this.fixture.done("resp_2");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void cancelledResponseIsNotFollowedUpForWhatWasAnsweredBefore() {
		this.fixture.calls("resp_1", "later", "{}");
		this.fixture.finish("call_0", "result");
		this.fixture.done("resp_1", "cancelled");
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void callThatRunsWhenItsResponseIsCancelledIsFinishedAndToldOf() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1", "cancelled");
		assertThat(this.fixture.outputs()).isEmpty();
		this.fixture.finish("call_0", "booked");
		assertThat(this.fixture.output("call_0")).isEqualTo("booked");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void callThatHasNotBegunWhenItsResponseIsCancelledDoesNotBegin() {
		this.fixture.holdTasks();
		this.fixture.calls("resp_1", "later", "{}").done("resp_1", "cancelled");
		assertThat(this.fixture.output("call_0"))
			.isEqualTo("Nothing was done: the call was interrupted before it began.");
		this.fixture.runTasks();
		assertThat(this.fixture.started).isEmpty();
		assertThat(this.fixture.outputs()).hasSize(1);
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void toolIsAbandonedOnInterruptionIfItSaysSo() {
		CallableTool search = this.fixture.tool("search", ToolOptions.defaults().abandonOnInterruption());
		this.fixture.sessionTools().use(ToolSet.of(search));
		this.fixture.calls("resp_1", "search", "{}").done("resp_1", "cancelled");
		assertThat(this.fixture.output("call_0")).startsWith("The call was interrupted;");
		this.fixture.finish("call_0", "late");
		assertThat(this.fixture.outputs()).hasSize(1);
		assertThat(this.fixture.sessionTools().droppedResults()).isOne();
		assertThat(this.fixture.followUps()).isZero();
	}

	@Test
	void responseThatFailedIsFollowedUp() {
		this.fixture.calls("resp_1", "later", "{}").done("resp_1", "failed");
		this.fixture.finish("call_0", "result");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void newConnectionEndsTheResponsesOfTheOneBefore() {
		this.fixture.calls("resp_1", "later", "{}");
		this.fixture.script.receive(ToolWire.event("session.created")
			.set("session", ToolWire.event("x").put("type", "realtime"))
			.toString());
		this.fixture.finish("call_0", "result");
		// The scripted server is still the same, whose response has to end
		this.fixture.done("resp_1");
		assertThat(this.fixture.outputs()).hasSize(1);
		assertThat(this.fixture.followUps()).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 })
	void everyCallGetsOneOutputInAnyOrderOfThings(long seed) {
		Random random = new Random(seed);
		List<Runnable> steps = new ArrayList<>();
		int calls = 1 + random.nextInt(5);
		String[] namesAndArguments = new String[2 * calls];
		for (int i = 0; i < calls; i++) {
			String callId = "call_" + i;
			namesAndArguments[2 * i] = (random.nextInt(6) == 0) ? "nobody" : "later";
			namesAndArguments[2 * i + 1] = (random.nextInt(4) == 0) ? "[" : "{}";
			steps.add(() -> this.fixture.finish(callId, "result"));
			steps.add(() -> this.fixture.finish(callId, "again"));
		}
		steps.add(() -> this.fixture.done("resp_1", random.nextBoolean() ? "completed" : "cancelled"));
		steps.add(() -> this.fixture.script.advance(Duration.ofSeconds(30)));
		steps.add(() -> this.fixture.script.advance(Duration.ofSeconds(30)));
		Collections.shuffle(steps, random);
		this.fixture.calls("resp_1", namesAndArguments);
		steps.forEach(Runnable::run);
		List<String> sent = this.fixture.script.sentTypes();
		assertThat(this.fixture.outputs()).extracting((item) -> item.path("call_id").asString())
			.hasSize(calls)
			.doesNotHaveDuplicates();
		assertThat(this.fixture.followUps()).isLessThanOrEqualTo(1);
		assertThat(sent.subList(0, calls)).containsOnly("conversation.item.create");
		assertThat(this.fixture.all(ToolCallFinished.class)).hasSize(calls);
	}

	@Test
	void sessionThatRefusesToSendStopsNothing() {
		RealtimeSession session = this.fixture.script.session();
		this.fixture.calls("resp_1", "later", "{}").done("resp_1");
		session.close();
		this.fixture.finish("call_0", "result");
		assertThat(this.fixture.outputs()).isEmpty();
		assertThat(this.fixture.outcome()).isEqualTo(new ToolOutcome.SessionEnded());
	}

}
