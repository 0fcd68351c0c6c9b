package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link UsageTracker} and {@link Budget} in a session.
 */
class UsageTrackerTests {

	private static final Prices PRICES = new Prices(Currency.getInstance("EUR"),
			Map.of("gpt-realtime",
					ModelPrice.ofTokens(new TokenPrice(BigDecimal.ONE, null, null), TokenPrice.NONE,
							new TokenPrice(BigDecimal.TEN, null, null)),
					"whisper-1", ModelPrice.ofMinutes(new BigDecimal("0.06"))));

	private final List<UsageEvent> events = new ArrayList<>();

	@Test
	void usageAndCostAreToldAndAddedUp() {
		ScriptedSession script = open(Budget.unlimited());
		receive(script, UsageTalk.sessionUpdated("gpt-realtime", "whisper-1"), UsageTalk.responseCreated("resp_1"),
				UsageTalk.transcriptionCompleted("item_1", UsageTalk.seconds("30")),
				UsageTalk.responseDone("resp_1", "completed", UsageTalk.tokens(1000, 100)));
		assertThat(types()).containsExactly("realtime4j.usage.transcription", "realtime4j.usage.response");
		UsageTotals totals = SessionUsage.of(script.session()).totals();
		assertThat(totals.responses().cost().amount()).isEqualByComparingTo("0.002");
		assertThat(totals.transcriptions().cost().amount()).isEqualByComparingTo("0.03");
		assertThat(totals.all().usage().totalTokens()).isEqualTo(1100);
		assertThat(script.session().state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void listenersThatASessionIsOpenedWithHearOfItsUsage() {
		List<UsageEvent> heard = new ArrayList<>();
		ScriptedSession script = new ScriptedSession((scheduler) -> UsageTracker.builder(Runnable::run).build(),
				(spec) -> spec.toBuilder().on(UsageEvent.class, heard::add).build());
		respond(script, "resp_1", 79);
		assertThat(heard).extracting(UsageEvent::type).containsExactly("realtime4j.usage.response");
	}

	@Test
	void budgetWarnsOnceAndThenClosesWithItsCause() {
		ScriptedSession script = open(Budget.ofTokens(100));
		respond(script, "resp_1", 79);
		assertThat(types()).containsExactly("realtime4j.usage.response");
		respond(script, "resp_2", 1);
		respond(script, "resp_3", 19);
		assertThat(types()).containsOnlyOnce("realtime4j.budget.nearly_used");
		assertThat(all(BudgetNearlyUsed.class)).singleElement()
			.satisfies((event) -> assertThat(event.share()).isEqualTo(0.8));
		assertThat(script.session().state()).isEqualTo(SessionState.OPEN);
		respond(script, "resp_4", 1);
		assertThat(all(BudgetUsedUp.class)).hasSize(1);
		assertThat(script.session().state()).isEqualTo(SessionState.CLOSING);
		script.end();
		assertThat(script.session().closed()).isCompletedWithValueMatching((cause) -> cause instanceof ClosedByBudget
				&& cause.message().equals("The session used up its budget: 100 of 100 tokens"));
		assertThat(script.heard()).endsWith("realtime4j.session.closed");
	}

	@Test
	void budgetThatIsUsedUpAtOnceDoesNotWarn() {
		ScriptedSession script = open(Budget.ofTokens(100));
		respond(script, "resp_1", 150);
		assertThat(types()).containsExactly("realtime4j.usage.response", "realtime4j.budget.used_up");
	}

	@Test
	void responseThatRunsMayFinishAndNoOtherIsBegun() {
		ScriptedSession script = open(Budget.ofMoney(new BigDecimal("0.01")));
		CompletableFuture<ResponseDone> first = script.session().respond();
		CompletableFuture<ResponseDone> second = script.session().respond();
		receive(script, UsageTalk.sessionUpdated("gpt-realtime", "whisper-1"), UsageTalk.responseCreated("resp_1"),
				UsageTalk.transcriptionCompleted("item_1", UsageTalk.seconds("10")));
		assertThat(all(BudgetUsedUp.class)).hasSize(1);
		assertThat(first).isNotDone();
		receive(script, UsageTalk.responseDone("resp_1", "completed", UsageTalk.tokens(1000, 0)));
		script.end();
		assertThat(first).isCompleted();
		assertThat(second).isCompletedExceptionally();
		assertThat(script.sentTypes()).containsExactly("response.create");
		assertThat(script.session().closed()).isCompletedWithValueMatching(
				(cause) -> cause.message().equals("The session used up its budget: 0.01 of 0.01 EUR"));
		assertThat(SessionUsage.of(script.session()).totals().all().cost().amount()).isEqualByComparingTo("0.011");
	}

	@Test
	void requestThatWaitsForTheLastResponseIsNotSent() {
		ScriptedSession script = open(Budget.ofTokens(100));
		script.session().respond();
		script.session().respond();
		respond(script, "resp_1", 100);
		assertThat(script.sentTypes()).containsExactly("response.create");
		assertThat(script.session().state()).isEqualTo(SessionState.CLOSING);
	}

	@Test
	void responseIsWaitedForNoLongerThanThePatience() {
		ScriptedSession script = open(Budget.ofMoney(new BigDecimal("0.01")).withPatience(Duration.ofSeconds(3)));
		receive(script, UsageTalk.sessionUpdated("gpt-realtime", "whisper-1"), UsageTalk.responseCreated("resp_1"),
				UsageTalk.transcriptionCompleted("item_1", UsageTalk.seconds("10")));
		script.advance(Duration.ofMillis(2999));
		assertThat(script.sentTypes()).isEmpty();
		script.advance(Duration.ofMillis(1));
		assertThat(script.sentTypes()).containsExactly("response.cancel");
	}

	@Test
	void sessionMayHaveABudgetOfItsOwn() {
		ScriptedSession script = open(Budget.ofTokens(10), Budget.ofTokens(1000)::limit);
		respond(script, "resp_1", 100);
		assertThat(script.session().state()).isEqualTo(SessionState.OPEN);
		assertThat(SessionUsage.of(script.session()).budget()).isEqualTo(Budget.ofTokens(1000));
	}

	@Test
	void sessionMayHaveNoBudgetThoughOthersHave() {
		ScriptedSession script = open(Budget.ofTokens(10), Budget.unlimited()::limit);
		respond(script, "resp_1", 100);
		assertThat(types()).containsExactly("realtime4j.usage.response");
	}

	@Test
	void budgetOfMoneyThatCannotBeMeasuredIsToldOnce() {
		ScriptedSession script = open(Budget.ofMoney(BigDecimal.ONE));
		receive(script, UsageTalk.sessionUpdated("gpt-unknown", "whisper-1"));
		respond(script, "resp_1", 100);
		respond(script, "resp_2", 100);
		assertThat(all(BudgetNotMeasurable.class)).singleElement()
			.satisfies((event) -> assertThat(event.model()).isEqualTo("gpt-unknown"));
		assertThat(script.session().state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void warningMayBeTurnedOff() {
		ScriptedSession script = open(Budget.ofTokens(100).withWarnAt(1));
		respond(script, "resp_1", 99);
		assertThat(types()).containsExactly("realtime4j.usage.response");
	}

	@Test
	void secondTrackerTellsNothing() {
		ScriptedSession script = new ScriptedSession((scheduler) -> tracker(Budget.unlimited()),
				(spec) -> new SessionSpec(spec.settings(), null, null, false, List.of(),
						List.of(tracker(Budget.unlimited())), Map.of()));
		respond(script, "resp_1", 1);
		assertThat(types()).containsExactly("realtime4j.usage.response");
	}

	@Test
	void usageNeedsATracker() {
		RealtimeSession session = new ScriptedSession((scheduler) -> (any) -> new SessionInterceptor() {
		}, UnaryOperator.identity()).session();
		assertThatIllegalStateException().isThrownBy(() -> SessionUsage.of(session))
			.withMessageContaining("UsageTracker");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 0.5, PT1S", "1, 0, 0.5, PT1S", "1, 1, 0, PT1S", "1, 1, 1.1, PT1S", "1, 1, NaN, PT1S",
			"1, 1, 0.5, PT-1S" })
	void wrongBudgetIsRefused(long tokens, BigDecimal money, double share, Duration patience) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Budget(tokens, money, share, patience));
	}

	private ScriptedSession open(Budget budget) {
		return open(budget, UnaryOperator.identity());
	}

	private ScriptedSession open(Budget budget, UnaryOperator<SessionSpec> equipment) {
		return new ScriptedSession((scheduler) -> tracker(budget), equipment);
	}

	private UsageTracker tracker(Budget budget) {
		return UsageTracker.builder(Runnable::run)
			.prices(PRICES)
			.budget(budget)
			.listener((session, event) -> this.events.add(event))
			.build();
	}

	private static void respond(ScriptedSession script, String id, long tokens) {
		receive(script, UsageTalk.responseCreated(id),
				UsageTalk.responseDone(id, "completed", UsageTalk.tokens(tokens, 0)));
	}

	private static void receive(ScriptedSession script, String... texts) {
		for (String text : texts) {
			script.receive(text.replace('\'', '"'));
		}
	}

	private List<String> types() {
		return this.events.stream().map(UsageEvent::type).toList();
	}

	private <E> List<E> all(Class<E> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
