package io.realtime4j.spring.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantBudget;
import io.realtime4j.usage.TenantResolver;
import io.realtime4j.usage.TenantSpendingStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SpendingExchange} between two nodes.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpendingExchangeTests {

	private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));

	private final Shared store = new Shared();

	private final Node one = new Node();

	private final Node other = new Node();

	@Test
	void nodesKnowWhatTheyHaveSpentTogether() {
		this.one.spend("6");
		this.other.spend("3");
		this.one.tick();
		this.other.tick();
		this.one.tick();
		assertThat(this.one.spent()).isEqualByComparingTo("9");
		assertThat(this.other.spent()).isEqualByComparingTo("9");
		this.one.spend("1");
		assertThat(this.one.accounts.spending("acme").isUsedUp()).isTrue();
		this.one.tick();
		this.other.tick();
		assertThat(this.other.accounts.spending("acme").isUsedUp()).isTrue();
	}

	@Test
	void namesOfTenantsAreNotTold() {
		this.one.spend("6");
		this.one.tick();
		assertThat(this.store.amounts).hasSize(1);
		assertThat(this.store.amounts.toString()).doesNotContain("acme");
	}

	@Test
	void whatANodeSpentCountsAfterItsEnd() {
		this.one.spend("6");
		AtomicBoolean stopped = new AtomicBoolean();
		this.one.exchange.stop(() -> stopped.set(true));
		assertThat(stopped).isTrue();
		assertThat(this.one.exchange.isRunning()).isFalse();
		this.other.tick();
		assertThat(this.other.spent()).isEqualByComparingTo("6");
	}

	@Test
	void eachNodeGoesOnWithWhatItKnowsWhileTheStoreFails(CapturedOutput output) {
		this.one.spend("2");
		this.one.tick();
		this.other.tick();
		this.store.failing = true;
		this.one.spend("3");
		this.other.spend("5");
		this.one.tick();
		this.other.tick();
		this.other.tick();
		assertThat(this.one.spent()).isEqualByComparingTo("5");
		assertThat(this.other.spent()).isEqualByComparingTo("7");
		assertThat(this.one.accounts.waiting()).isEqualByComparingTo("3");
		this.store.failing = false;
		this.one.tick();
		this.other.tick();
		assertThat(this.one.accounts.waiting()).isZero();
		assertThat(this.other.accounts.spending("acme").isUsedUp()).isTrue();
		assertThat(output.toString().split("Nodes cannot tell each other", -1)).hasSize(3);
		assertThat(output).contains("Nodes tell each other again");
	}

	@Test
	void whatWasWrittenThoughItSeemedToFailIsNotCountedTwice() {
		this.one.spend("2");
		this.store.losesAnswers = true;
		this.one.tick();
		this.store.losesAnswers = false;
		this.one.spend("1");
		this.one.tick();
		this.other.tick();
		assertThat(this.other.spent()).isEqualByComparingTo("3");
	}

	@Test
	void daysAreKeptAsLongAsTheyShallBe() {
		this.one.tick();
		assertThat(this.store.deletedBefore).isEqualTo(DAY.minusDays(30));
		this.store.deletedBefore = null;
		this.one.tick();
		assertThat(this.store.deletedBefore).isNull();
		this.now.updateAndGet((time) -> time.plus(Duration.ofDays(1)));
		this.one.tick();
		assertThat(this.store.deletedBefore).isEqualTo(DAY.minusDays(29));
	}

	/**
	 * A node that exchanges when a test says so.
	 */
	private final class Node {

		private final TenantAccounts accounts = new TenantAccounts(
				new TenantBudget(BigDecimal.TEN, Map.of(), 0.1, ZoneOffset.UTC), Currency.getInstance("EUR"),
				TenantResolver.given(), SpendingExchangeTests.this.now::get);

		private final SpendingExchange exchange;

		private final Runnable tick;

		Node() {
			ScheduledExecutorService scheduler = mock(ScheduledExecutorService.class);
			ScheduledFuture<?> timer = mock(ScheduledFuture.class);
			given(scheduler.scheduleWithFixedDelay(any(), anyLong(), anyLong(), any())).willAnswer((call) -> timer);
			this.exchange = new SpendingExchange(this.accounts, SpendingExchangeTests.this.store,
					new SpendingExchange.Settings(Duration.ofSeconds(5), 30, 0), Runnable::run, scheduler);
			this.exchange.start();
			ArgumentCaptor<Runnable> task = ArgumentCaptor.captor();
			then(scheduler).should().scheduleWithFixedDelay(task.capture(), anyLong(), anyLong(), any());
			this.tick = task.getValue();
		}

		void spend(String cost) {
			this.accounts.spend("acme", new BigDecimal(cost));
		}

		BigDecimal spent() {
			return this.accounts.spending("acme").spent();
		}

		void tick() {
			this.tick.run();
		}

	}

	/**
	 * A store in memory.
	 */
	private static final class Shared implements TenantSpendingStore {

		private final Map<String, BigDecimal> amounts = new HashMap<>();

		private LocalDate deletedBefore;

		private boolean failing;

		private boolean losesAnswers;

		@Override
		public void write(String node, LocalDate day, Currency currency, Map<String, BigDecimal> amounts) {
			requirePresent(this.failing);
			amounts.forEach((tenant, amount) -> this.amounts.put(node + " " + day + " " + tenant, amount));
			requirePresent(this.losesAnswers);
		}

		private static void requirePresent(boolean failing) {
			if (failing) {
				throw new IllegalStateException("no store");
			}
		}

		@Override
		public Map<String, BigDecimal> others(String node, LocalDate day, Currency currency, BigDecimal atLeast,
				int limit) {
			requirePresent(this.failing);
			Map<String, BigDecimal> others = new HashMap<>();
			this.amounts.forEach((key, amount) -> {
				String[] parts = key.split(" ");
				if (!parts[0].equals(node) && parts[1].equals(day.toString())) {
					others.merge(parts[2], amount, BigDecimal::add);
				}
			});
			return others;
		}

		@Override
		public void deleteBefore(LocalDate day) {
			this.deletedBefore = day;
		}

	}

}
