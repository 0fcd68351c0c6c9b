package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for a {@link TenantBudget} in sessions.
 */
class TenantBudgetTests {

	private static final Prices PRICES = new Prices(Currency.getInstance("EUR"), Map.of("gpt-realtime",
			ModelPrice.ofTokens(new TokenPrice(BigDecimal.ONE, null, null), TokenPrice.NONE, TokenPrice.NONE)));

	private final TenantAccounts accounts = new TenantAccounts(
			new TenantBudget(new BigDecimal("0.001"), Map.of("big", BigDecimal.TEN), 0.8, ZoneOffset.UTC),
			PRICES.currency(), TenantResolver.given(), () -> Instant.parse("2026-01-01T12:00:00Z"));

	private final List<UsageEvent> events = new ArrayList<>();

	@Test
	void sessionsOfATenantSpendTogether() {
		ScriptedSession first = open("acme");
		ScriptedSession second = open("acme");
		ScriptedSession other = open("big");
		respond(first, "resp_1", 700);
		respond(other, "resp_1", 9000);
		assertThat(types()).containsOnly("realtime4j.usage.response");
		respond(second, "resp_1", 300);
		assertThat(types()).endsWith("realtime4j.tenant_budget.used_up")
			.doesNotContain("realtime4j.tenant_budget.nearly_used");
		assertThat(second.session().state()).isEqualTo(SessionState.CLOSING);
		second.end();
		assertThat(second.session().closed()).isCompletedWithValueMatching((cause) -> cause.message()
			.equals("The budget of the day is used up: the tenant 'acme' spent 0.001 of 0.001 EUR on 2026-01-01"));
		assertThat(other.session().state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void sessionEndsWithItsNextEventWhenOthersUsedUpTheBudget() {
		ScriptedSession first = open("acme");
		ScriptedSession second = open("acme");
		respond(first, "resp_1", 1000);
		assertThat(second.session().state()).isEqualTo(SessionState.OPEN);
		this.events.clear();
		receive(second, "{'type':'input_audio_buffer.speech_started','item_id':'item_1','audio_start_ms':100}");
		assertThat(types()).containsExactly("realtime4j.tenant_budget.used_up");
		assertThat(second.session().state()).isEqualTo(SessionState.CLOSING);
	}

	@Test
	void responseThatRunsMayFinishWithinThePatienceOfTheSession() {
		ScriptedSession first = open("acme");
		ScriptedSession second = open("acme");
		receive(second, UsageTalk.responseCreated("resp_2"));
		respond(first, "resp_1", 1000);
		receive(second, "{'type':'input_audio_buffer.speech_started','item_id':'item_1','audio_start_ms':100}");
		second.advance(Budget.unlimited().patience().minusMillis(1));
		assertThat(second.sentTypes()).isEmpty();
		second.advance(Duration.ofMillis(1));
		assertThat(second.sentTypes()).containsExactly("response.cancel");
	}

	@Test
	void tenantIsWarnedOnceADay() {
		ScriptedSession first = open("acme");
		ScriptedSession second = open("acme");
		respond(first, "resp_1", 850);
		respond(second, "resp_1", 50);
		assertThat(this.events.stream().filter(TenantBudgetNearlyUsed.class::isInstance)).singleElement()
			.isInstanceOfSatisfying(TenantBudgetNearlyUsed.class,
					(event) -> assertThat(event.spending().share()).isEqualTo(0.85));
		assertThat(second.session().state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void usageThatHasNoPriceIsTold() {
		ScriptedSession script = open("acme");
		receive(script, UsageTalk.sessionUpdated("gpt-unknown", "whisper-1"));
		respond(script, "resp_1", 100);
		assertThat(types()).containsExactly("realtime4j.usage.response", "realtime4j.budget.not_measurable");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 0.5", "1, 0, 0.5", "1, 1, 0", "1, 1, 1.1", "1, 1, NaN" })
	void wrongBudgetIsRefused(BigDecimal money, BigDecimal own, double warnAt) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TenantBudget(money, Map.of("acme", own), warnAt, ZoneOffset.UTC));
	}

	private ScriptedSession open(String tenant) {
		ScriptedSession script = new ScriptedSession((scheduler) -> UsageTracker.builder(Runnable::run)
			.prices(PRICES)
			.tenants(this.accounts)
			.listener((session, event) -> this.events.add(event))
			.build(), (spec) -> spec.toBuilder().feature(Tenant.class, new Tenant(tenant)).build());
		receive(script, UsageTalk.sessionUpdated("gpt-realtime", "whisper-1"));
		return script;
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

}
