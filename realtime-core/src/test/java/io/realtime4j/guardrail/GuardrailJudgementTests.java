package io.realtime4j.guardrail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import io.realtime4j.ServerTalk;
import io.realtime4j.session.ManualScheduler;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for when guardrails are asked, and for what happens when they do not answer.
 */
class GuardrailJudgementTests {

	private final GuardrailFixture fixture = new GuardrailFixture();

	@Test
	void textIsJudgedEverySoManyCharactersAndAtTheEnd() {
		this.fixture.begin("resp_1").write("resp_1", "123456789").judge().write("resp_1", "0").judge();
		this.fixture.write("resp_1", "123").judge().write("resp_1", "4567890").judge().write("resp_1", "1").judge();
		assertThat(this.fixture.texts()).containsExactly("1234567890", "12345678901234567890");
		this.fixture.done("resp_1").judge();
		assertThat(this.fixture.texts()).endsWith("123456789012345678901.");
	}

	@Test
	void charactersAreWholeAlsoWhileTheyComeInPieces() {
		this.fixture.begin("resp_1").write("resp_1", "123456789\uD83D").judge();
		this.fixture.write("resp_1", "\uDE00 12345678").judge().write("resp_1", "\uD83D").done("resp_1").judge();
		assertThat(this.fixture.texts()).containsExactly("123456789", "123456789\uD83D\uDE00 12345678",
				"123456789\uD83D\uDE00 12345678\uFFFD.");
	}

	@Test
	void oneQuestionIsAskedAtATimeAndTheNewestTextWins() {
		this.fixture.begin("resp_1").write("resp_1", "a first part").write("resp_1", ", a second part");
		this.fixture.write("resp_1", ", a third part");
		assertThat(this.fixture.executor.size()).isEqualTo(1);
		this.fixture.judge();
		assertThat(this.fixture.texts()).containsExactly("a first part", "a first part, a second part, a third part");
	}

	@Test
	void endOfTheResponseReplacesAQuestionThatWaits() {
		this.fixture.begin("resp_1").write("resp_1", "a first part").write("resp_1", ", a second part").done("resp_1");
		this.fixture.judge();
		assertThat(this.fixture.texts()).containsExactly("a first part", "a first part, a second part.");
	}

	@Test
	void shortTextIsJudgedAtTheEnd() {
		this.fixture.begin("resp_1").write("resp_1", "bad").judge();
		assertThat(this.fixture.judged).isEmpty();
		this.fixture.done("resp_1").judge();
		assertThat(this.fixture.texts()).containsExactly("bad.");
		assertThat(this.fixture.events).hasSize(1);
	}

	@Test
	void responseThatSaysNothingIsNotJudged() {
		this.fixture.begin("resp_1").done("resp_1").judge();
		assertThat(this.fixture.judged).isEmpty();
	}

	@Test
	void partsAreJudgedTogetherAndTheLastWordOfTheServerCounts() {
		this.fixture.begin("resp_1").write("resp_1", "one");
		this.fixture.script.receive(
				GuardrailFixture.part("response.output_text.delta", "resp_1")
					.put("content_index", 1)
					.put("delta", "tw")
					.toString(),
				GuardrailFixture.part("response.output_text.done", "resp_1")
					.put("content_index", 1)
					.put("text", "two")
					.toString(),
				GuardrailFixture.part("response.output_audio_transcript.done", "resp_1")
					.put("content_index", 2)
					.put("transcript", "three")
					.toString());
		this.fixture.judge().done("resp_1").judge();
		assertThat(this.fixture.texts()).containsExactly("one\ntwo\nthree", "one\ntwo\nthree.");
	}

	@Test
	void metadataOfTheRequestIsTold() {
		this.fixture.script.receive("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\","
				+ "\"metadata\":{\"topic\":\"weather\"}}}");
		this.fixture.write("resp_1", "sunny").done("resp_1").judge();
		assertThat(this.fixture.judged).singleElement()
			.satisfies((draft) -> assertThat(draft.metadata()).containsEntry("topic", "weather"));
		assertThat(this.fixture.judged.get(0).toString()).doesNotContain("sunny");
	}

	@ParameterizedTest
	@EnumSource
	void guardrailThatThrowsIsTreatedByThePolicy(FailurePolicy policy) {
		IllegalStateException problem = new IllegalStateException("no model");
		GuardrailFixture failing = new GuardrailFixture(
				(builder) -> builder.failurePolicy(policy).guardrail(named("Failing", (draft) -> {
					throw problem;
				})));
		failing.begin("resp_1").write("resp_1", "nothing wrong").judge();
		assertThat(failing.events).first().isEqualTo(new GuardrailFailed("resp_1", "Failing", problem, policy));
		assertPolicy(failing, policy);
	}

	@ParameterizedTest
	@EnumSource
	void guardrailThatTakesTooLongIsTreatedByThePolicy(FailurePolicy policy) {
		List<Runnable> tasks = new ArrayList<>();
		GuardrailFixture slow = new GuardrailFixture(
				(builder) -> builder.failurePolicy(policy).timeout(Duration.ofSeconds(3)));
		slow.begin("resp_1").write("resp_1", "something bad");
		slow.script.advance(Duration.ofMillis(2999));
		slow.executor.drainTo(tasks);
		assertThat(tasks).hasSize(1);
		slow.script.advance(Duration.ofMillis(1));
		slow.judge();
		assertThat(slow.events).first().isInstanceOfSatisfying(GuardrailFailed.class, (failed) -> {
			assertThat(failed.cause()).isInstanceOf(TimeoutException.class).hasMessage("No verdict within 3000 ms");
			assertThat(failed.policy()).isEqualTo(policy);
		});
		assertPolicy(slow, policy);
		int told = slow.events.size();
		tasks.forEach(Runnable::run);
		slow.judge();
		assertThat(slow.events).hasSize(told);
	}

	@Test
	void newestTextIsJudgedAfterAFailure() {
		GuardrailFixture slow = new GuardrailFixture((builder) -> builder.timeout(Duration.ofSeconds(3)));
		slow.begin("resp_1").write("resp_1", "a first part").write("resp_1", ", something bad");
		slow.executor.drainTo(new ArrayList<>());
		slow.script.advance(Duration.ofSeconds(3));
		slow.judge();
		assertThat(slow.texts()).containsExactly("a first part, something bad");
		assertThat(slow.sent()).containsExactly("cancel resp_1");
	}

	@Test
	void verdictThatIsNoneIsAFailure() {
		GuardrailFixture none = new GuardrailFixture(
				(builder) -> builder.guardrail((draft) -> draft.complete() ? GuardrailVerdict.pass() : noVerdict()));
		none.begin("resp_1").write("resp_1", "nothing wrong").judge();
		assertThat(none.events).singleElement().isInstanceOf(GuardrailFailed.class);
	}

	@Test
	void executorThatHasNoRoomIsAFailure() {
		this.fixture.begin("resp_1");
		this.fixture.executor.rejecting(true);
		this.fixture.write("resp_1", "something bad");
		this.fixture.executor.rejecting(false);
		this.fixture.done("resp_1").judge();
		assertThat(this.fixture.texts()).containsExactly("something bad.");
		assertThat(this.fixture.events).first().isInstanceOf(GuardrailFailed.class);
	}

	@Test
	void timersEndWithTheirQuestions() {
		this.fixture.begin("resp_1").write("resp_1", "nothing wrong");
		assertThat(this.fixture.script.pendingTimers()).isEqualTo(1);
		this.fixture.judge();
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@Test
	void questionsEndWithTheSession() {
		this.fixture.begin("resp_1").write("resp_1", "something bad");
		this.fixture.script.end();
		assertThat(this.fixture.script.session().state()).isEqualTo(SessionState.CLOSED);
		this.fixture.judge();
		assertThat(this.fixture.judged).isEmpty();
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	@Test
	void responseThatWasLongAgoIsForgotten() {
		this.fixture.begin("resp_0").write("resp_0", "something bad").done("resp_0");
		for (int i = 1; i <= 32; i++) {
			this.fixture.begin("resp_" + i).done("resp_" + i);
		}
		this.fixture.judge();
		assertThat(this.fixture.judged).isEmpty();
		assertThat(this.fixture.sent()).isEmpty();
	}

	@Test
	void guardrailIsNamedByItsClassIfThatHasAName() {
		RealtimeGuardrail lambda = (draft) -> GuardrailVerdict.pass();
		RealtimeGuardrail anonymous = new RealtimeGuardrail() {

			@Override
			public GuardrailVerdict judge(ResponseDraft draft) {
				return GuardrailVerdict.pass();
			}

		};
		assertThat(lambda.name()).isEqualTo("guardrail");
		assertThat(anonymous.name()).isEqualTo("guardrail");
	}

	@Test
	void guardrailsOfOneSessionJoinThoseOfItsClient() {
		Guardrails further = Guardrails.builder(Runnable::run, new ManualScheduler())
			.guardrail(named("Further", (draft) -> GuardrailVerdict.trip("too")))
			.build();
		further.create(this.fixture.script.session());
		this.fixture.begin("resp_1").write("resp_1", "something bad").judge().done("resp_1", "cancelled").judge();
		assertThat(this.fixture.judged).hasSize(1);
		assertThat(this.fixture.events).hasSize(1);
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create What");
	}

	@Test
	void withoutGuardrailsNothingIsDone() {
		Guardrails none = Guardrails.builder(Runnable::run, new ManualScheduler()).build();
		RealtimeSession session = new ScriptedSession((scheduler) -> none, UnaryOperator.identity()).session();
		assertThat(none.create(session).onEvent(ServerTalk.textDelta("r", "i", "bad"))).isTrue();
	}

	@Test
	void wrongSettingsAreRefused() {
		Guardrails.Builder builder = Guardrails.builder(Runnable::run, new ManualScheduler());
		assertThatIllegalArgumentException().isThrownBy(() -> builder.everyCharacters(0));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofSeconds(-1)));
	}

	private static void assertPolicy(GuardrailFixture fixture, FailurePolicy policy) {
		if (policy == FailurePolicy.CLOSED) {
			assertThat(fixture.events).hasSize(2).last().isInstanceOf(GuardrailTripped.class);
			assertThat(fixture.sent()).containsExactly("cancel resp_1");
		}
		else {
			assertThat(fixture.events).hasSize(1);
			assertThat(fixture.sent()).isEmpty();
		}
	}

	private static RealtimeGuardrail named(String name, RealtimeGuardrail guardrail) {
		return new RealtimeGuardrail() {

			@Override
			public GuardrailVerdict judge(ResponseDraft draft) throws Exception {
				return guardrail.judge(draft);
			}

			@Override
			public String name() {
				return name;
			}

		};
	}

	@SuppressWarnings("NullAway")
	private static GuardrailVerdict noVerdict() {
		return null;
	}

}
