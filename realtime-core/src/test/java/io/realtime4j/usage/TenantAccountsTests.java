package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionTraits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TenantAccounts} and their admission.
 */
class TenantAccountsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T23:30:00Z"));

	private final TenantAccounts accounts = new TenantAccounts(
			new TenantBudget(BigDecimal.TEN, Map.of("big", new BigDecimal("20")), 0.8, ZoneId.of("Europe/Berlin")),
			Currency.getInstance("EUR"), TenantResolver.given(), this.now::get);

	@Test
	void tenantSpendsUntilMidnightOfItsZone() {
		spend("acme", "4");
		spend("acme", "5.5");
		assertThat(this.accounts.spending("acme")).isEqualTo(
				new TenantSpending("acme", DAY, new BigDecimal("9.5"), BigDecimal.TEN, Currency.getInstance("EUR")));
		this.now.set(Instant.parse("2026-01-02T22:59:59Z"));
		assertThat(this.accounts.spending("acme").spent()).isEqualByComparingTo("9.5");
		this.now.set(Instant.parse("2026-01-02T23:00:00Z"));
		assertThat(this.accounts.spending("acme").spent()).isZero();
		assertThat(this.accounts.spending("acme").day()).isEqualTo(DAY.plusDays(1));
	}

	@Test
	void sessionOfATenantWithoutMoneyIsNotAdmitted() {
		spend("acme", "10");
		spend("big", "10");
		assertThatExceptionOfType(TenantBudgetUsedUpException.class).isThrownBy(() -> admit("acme"))
			.withMessageContaining("the tenant 'acme' spent 10 of 10 EUR on 2026-01-02")
			.satisfies((refusal) -> assertThat(refusal.spending().isUsedUp()).isTrue());
		assertThat(this.accounts.refused()).isOne();
		assertThatCode(() -> admit("big")).doesNotThrowAnyException();
		assertThatCode(() -> admit("other")).doesNotThrowAnyException();
		assertThatCode(() -> new TenantAdmission(this.accounts).admit()).doesNotThrowAnyException();
		this.now.set(Instant.parse("2026-01-02T23:00:00Z"));
		assertThatCode(() -> admit("acme")).doesNotThrowAnyException();
	}

	@Test
	void sessionsWithoutATenantPayTogether() {
		spend("", "10");
		assertThatExceptionOfType(TenantBudgetUsedUpException.class)
			.isThrownBy(() -> new TenantAdmission(this.accounts)
				.forSession(SessionTraits.of(SessionSpec.of(ScriptedSession.SETTINGS)))
				.admit())
			.withMessageContaining("sessions without a tenant spent 10 of 10 EUR");
	}

	@Test
	void whatOtherNodesHaveToldCounts() {
		spend("acme", "4");
		this.accounts.learn(DAY, Map.of(key("acme"), new BigDecimal("6"), key("other"), new BigDecimal("10")));
		assertThat(this.accounts.spending("acme").isUsedUp()).isTrue();
		assertThatExceptionOfType(TenantBudgetUsedUpException.class).isThrownBy(() -> admit("other"));
		this.now.set(Instant.parse("2026-01-02T23:00:00Z"));
		assertThat(this.accounts.spending("acme").spent()).isZero();
		assertThatCode(() -> admit("other")).doesNotThrowAnyException();
	}

	@Test
	void otherNodesAreToldAllOfADayUntilTheyKnow() {
		spend("acme", "4");
		spend("acme", "1");
		spend("big", "2");
		Map<LocalDate, Map<String, BigDecimal>> untold = this.accounts.untold();
		assertThat(untold)
			.isEqualTo(Map.of(DAY, Map.of(key("acme"), new BigDecimal("5"), key("big"), new BigDecimal("2"))));
		spend("acme", "3");
		assertThat(this.accounts.waiting()).isEqualByComparingTo("10");
		this.accounts.told(DAY, untold.get(DAY));
		assertThat(this.accounts.waiting()).isEqualByComparingTo("3");
		assertThat(this.accounts.untold()).isEqualTo(Map.of(DAY, Map.of(key("acme"), new BigDecimal("8"))));
	}

	@Test
	void whatIsNotToldAtMidnightIsToldLater() {
		this.accounts.untold();
		spend("acme", "4");
		this.now.set(Instant.parse("2026-01-02T23:00:00Z"));
		spend("acme", "1");
		Map<LocalDate, Map<String, BigDecimal>> untold = this.accounts.untold();
		assertThat(untold).isEqualTo(Map.of(DAY, Map.of(key("acme"), new BigDecimal("4")), DAY.plusDays(1),
				Map.of(key("acme"), new BigDecimal("1"))));
		untold.forEach(this.accounts::told);
		assertThat(this.accounts.untold()).isEmpty();
		assertThat(this.accounts.spending("acme").spent()).isEqualByComparingTo("1");
	}

	@Test
	void daysBeforeAreForgottenWhereNobodyIsTold() {
		spend("acme", "4");
		this.now.set(Instant.parse("2026-01-02T23:00:00Z"));
		spend("acme", "1");
		assertThat(this.accounts.untold().keySet()).isEqualTo(Set.of(DAY.plusDays(1)));
	}

	private void spend(String tenant, String cost) {
		this.accounts.spend(tenant, new BigDecimal(cost));
	}

	private void admit(String tenant) {
		SessionSpec spec = SessionSpec.builder(ScriptedSession.SETTINGS)
			.feature(Tenant.class, new Tenant(tenant))
			.build();
		new TenantAdmission(this.accounts).forSession(SessionTraits.of(spec)).admit();
	}

	private static String key(String tenant) {
		return TenantAccounts.Payer.of(tenant).key();
	}

}
