package io.realtime4j.live.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import io.realtime4j.live.usage.LiveUsageTracker;
import io.realtime4j.session.SessionState;
import io.realtime4j.usage.ActiveTimeRecorded;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.BudgetNearlyUsed;
import io.realtime4j.usage.BudgetUsedUp;
import io.realtime4j.usage.ModelPrice;
import io.realtime4j.usage.Prices;
import io.realtime4j.usage.ResponseUsageRecorded;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.Tenant;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantBudget;
import io.realtime4j.usage.TenantBudgetUsedUp;
import io.realtime4j.usage.TenantResolver;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageTracker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveUsageTracker}.
 */
class LiveUsageTests {

	private static final Prices PRICES = new Prices(Currency.getInstance("USD"),
			Map.of("gpt-live-1", ModelPrice.ofMinutes(new BigDecimal("0.06"))));

	private final DelegationFixture fixture = new DelegationFixture();

	private final List<UsageEvent> events = new ArrayList<>();

	@Test
	void activeTimeIsRecordedOnceAndPriced() {
		LiveSession session = open(Budget.unlimited(), LiveSpec.of(LiveSessionFixture.SETTINGS));
		receive(LiveSessionFixture.used(10), LiveSessionFixture.used(10), LiveSessionFixture.used(25),
				LiveSessionFixture.closed("remote_hangup"));
		assertThat(all(ActiveTimeRecorded.class)).extracting((event) -> event.usage().active().toSeconds())
			.containsExactly(10L, 15L, 45L);
		assertThat(all(ActiveTimeRecorded.class)).extracting(ActiveTimeRecorded::model).containsOnly("gpt-live-1");
		SessionUsage usage = SessionUsage.of(session);
		assertThat(usage.totals().active().usage().active()).isEqualTo(Duration.ofSeconds(70));
		assertThat(usage.totals().all().cost().amount()).isEqualByComparingTo("0.07");
	}

	@Test
	void timeOfTheNextSessionOfTheServerIsAdded() {
		LiveSession session = open(Budget.unlimited(), LiveSpec.of(LiveSessionFixture.SETTINGS));
		receive(LiveSessionFixture.used(30), LiveSessionFixture.closed("expired"));
		this.fixture.fixture.again().receive(LiveSessionFixture.started(), LiveSessionFixture.used(5));
		assertThat(SessionUsage.of(session).totals().all().usage().active()).isEqualTo(Duration.ofSeconds(75));
	}

	@Test
	void budgetWarnsOnceAndThenClosesTheSession() {
		LiveSession session = open(Budget.unlimited().withTime(Duration.ofMinutes(1)),
				LiveSpec.of(LiveSessionFixture.SETTINGS));
		receive(LiveSessionFixture.used(50), LiveSessionFixture.used(55));
		assertThat(all(BudgetNearlyUsed.class)).hasSize(1);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		receive(LiveSessionFixture.used(60));
		assertThat(all(BudgetUsedUp.class)).hasSize(1);
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		this.fixture.connection().expect("session.close");
		receive(LiveSessionFixture.closed("close_requested"));
		this.fixture.advance(Duration.ofSeconds(10));
		assertThat(session.closed()).isCompletedWithValueMatching(
				(cause) -> cause.message().equals("The session used up its budget: 60 of 60 seconds"));
	}

	@Test
	void sessionHasABudgetOfItsOwn() {
		LiveSpec.Builder spec = LiveSpec.builder(LiveSessionFixture.SETTINGS);
		LiveSession session = open(Budget.unlimited(),
				LiveUsageTracker.limit(spec, Budget.ofMoney(new BigDecimal("0.02"))).build());
		receive(LiveSessionFixture.used(20));
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
	}

	@Test
	void tokensOfDelegatedResponsesAreCountedWhereTheServerTellsThem() {
		LiveSession session = open(Budget.unlimited(), LiveSpec.of(LiveSessionFixture.SETTINGS));
		String done = "{\"type\":\"response.event\",\"delegation_id\":\"d1\",\"event\":{\"type\":\"response.completed\","
				+ "\"response\":{\"id\":\"resp_1\",\"status\":\"completed\",\"model\":\"gpt-5\",\"usage\":{"
				+ "\"input_tokens\":100,\"input_tokens_details\":{\"cached_tokens\":40},\"output_tokens\":20}}}}";
		receive(done, done, done.replace("resp_1", "resp_2").replace("\"usage\"", "\"used\""));
		assertThat(all(ResponseUsageRecorded.class)).singleElement()
			.satisfies((event) -> assertThat(event.model()).isEqualTo("gpt-5"));
		assertThat(SessionUsage.of(session).totals().responses().usage().totalTokens()).isEqualTo(120);
		assertThat(SessionUsage.of(session).totals().responses().usage().cached().text()).isEqualTo(40);
	}

	@Test
	void sessionEndsWhenItsTenantHasUsedUpTheBudgetOfTheDay() {
		TenantAccounts accounts = new TenantAccounts(
				new TenantBudget(new BigDecimal("0.02"), Map.of(), 1, ZoneOffset.UTC), PRICES.currency(),
				TenantResolver.given(), () -> Instant.parse("2026-01-01T12:00:00Z"));
		LiveSession session = open(tracker().tenants(accounts),
				LiveSpec.builder(LiveSessionFixture.SETTINGS).feature(Tenant.class, new Tenant("acme")).build());
		receive(LiveSessionFixture.used(15));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		receive(LiveSessionFixture.used(20));
		assertThat(all(TenantBudgetUsedUp.class)).singleElement()
			.satisfies((event) -> assertThat(event.spending()).isEqualTo(accounts.spending("acme")));
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
	}

	private LiveSession open(Budget budget, LiveSpec spec) {
		return open(tracker().budget(budget), spec);
	}

	private UsageTracker.Builder tracker() {
		return UsageTracker.builder(Runnable::run).prices(PRICES).listener((session, event) -> this.events.add(event));
	}

	private LiveSession open(UsageTracker.Builder builder, LiveSpec spec) {
		UsageTracker tracker = builder.build();
		LiveSession session = this.fixture.client(new LiveUsageTracker(tracker), new LiveUsageTracker(tracker))
			.open(spec);
		this.fixture.connection().accept();
		this.fixture.connection().receive(LiveSessionFixture.started());
		this.fixture.connection().expect("session.start");
		return session;
	}

	private void receive(String... events) {
		this.fixture.connection().receive(events);
	}

	private <E> List<E> all(Class<E> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

}
