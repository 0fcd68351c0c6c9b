package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.support.Hashes;

/**
 * Accounts of what the sessions of each tenant cost today. They count at this node, and
 * know of others what they are {@linkplain #learn told}. Thread-safe, and nothing blocks.
 *
 * @since 0.1.0
 */
public final class TenantAccounts {

	private final Map<Entry, Amount> own = new ConcurrentHashMap<>();

	private final Set<Entry> warned = ConcurrentHashMap.newKeySet();

	private final LongAdder refused = new LongAdder();

	private final TenantBudget budget;

	private final Currency currency;

	private final TenantResolver resolver;

	private final InstantSource clock;

	private final BigDecimal smallest;

	private volatile LocalDate latest = LocalDate.MIN;

	private volatile Others others = new Others(LocalDate.MIN, Map.of());

	private volatile boolean shared;

	// Whether the budget of anybody may be used up: sessions ask with every event
	private volatile boolean scarce;

	/**
	 * Create accounts of nothing.
	 * @param budget the budget of each tenant
	 * @param currency the currency of the prices
	 * @param resolver finds out whose a session is
	 * @param clock tells the day
	 */
	public TenantAccounts(TenantBudget budget, Currency currency, TenantResolver resolver, InstantSource clock) {
		this.budget = budget;
		this.currency = currency;
		this.resolver = resolver;
		this.clock = clock;
		this.smallest = budget.smallest();
	}

	/**
	 * Return the budget of each tenant.
	 * @return the budget
	 */
	public TenantBudget budget() {
		return this.budget;
	}

	/**
	 * Return the currency of all amounts.
	 * @return the currency
	 */
	public Currency currency() {
		return this.currency;
	}

	/**
	 * Return the day that it is.
	 * @return the day, in the time zone of the budget
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.budget.zone());
	}

	/**
	 * Return what a tenant has spent today.
	 * @param tenant the name of the tenant, empty for sessions without one
	 * @return the spending
	 */
	public TenantSpending spending(String tenant) {
		return spending(Payer.of(tenant));
	}

	/**
	 * Return how many sessions were refused.
	 * @return the number
	 */
	public long refused() {
		return this.refused.sum();
	}

	void refuse() {
		this.refused.increment();
	}

	Payer payer(SessionTraits session) {
		String tenant = this.resolver.tenant(session);
		return Payer.of((tenant != null) ? tenant : "");
	}

	TenantSpending spending(Payer payer) {
		LocalDate today = today();
		Amount here = this.own.getOrDefault(new Entry(today, payer.key()), Amount.NONE);
		return spending(payer, today, here);
	}

	private TenantSpending spending(Payer payer, LocalDate today, Amount here) {
		Others told = this.others;
		BigDecimal elsewhere = told.day().equals(today) ? told.amounts().getOrDefault(payer.key(), BigDecimal.ZERO)
				: BigDecimal.ZERO;
		return new TenantSpending(payer.tenant(), today, here.spent().add(elsewhere), this.budget.of(payer.tenant()),
				this.currency);
	}

	/**
	 * Let a tenant pay for what sessions do not tell of, such as the minutes of a
	 * carrier.
	 * @param tenant the name of the tenant, empty for sessions without one
	 * @param cost what it costs, in the currency of the prices
	 * @return what the tenant has spent today, this included
	 */
	public TenantSpending spend(String tenant, BigDecimal cost) {
		return spend(Payer.of(tenant), cost);
	}

	TenantSpending spend(Payer payer, BigDecimal cost) {
		LocalDate today = today();
		turnTo(today);
		Amount added = new Amount(cost, BigDecimal.ZERO);
		Amount here = this.own.merge(new Entry(today, payer.key()), added, Amount::plus);
		TenantSpending spending = spending(payer, today, here);
		if (spending.spent().compareTo(this.smallest) >= 0) {
			this.scarce = true;
		}
		return spending;
	}

	// What others have not been told yet stays
	private void turnTo(LocalDate today) {
		if (!today.equals(this.latest)) {
			this.latest = today;
			this.warned.removeIf((entry) -> entry.day().isBefore(today));
			if (!this.shared) {
				this.scarce = false;
				this.own.keySet().removeIf((entry) -> entry.day().isBefore(today));
			}
		}
	}

	boolean isScarce() {
		return this.scarce;
	}

	/**
	 * Return whether nobody was warned today that a budget is nearly used up.
	 */
	boolean warn(Payer payer, LocalDate day) {
		return this.warned.add(new Entry(day, payer.key()));
	}

	/**
	 * Return what other nodes were not told yet.
	 * @return all that was spent on a day at this node, of tenants of which some was not
	 * told, by day and by the SHA-256 of tenants
	 */
	public Map<LocalDate, Map<String, BigDecimal>> untold() {
		this.shared = true;
		Map<LocalDate, Map<String, BigDecimal>> untold = new HashMap<>();
		this.own.forEach((entry, amount) -> {
			if (amount.untold().signum() != 0) {
				untold.computeIfAbsent(entry.day(), (day) -> new HashMap<>()).put(entry.key(), amount.spent());
			}
		});
		return untold;
	}

	/**
	 * Note that other nodes can know what was spent here.
	 * @param day the day
	 * @param amounts what they were told, as {@link #untold} returned it
	 */
	public void told(LocalDate day, Map<String, BigDecimal> amounts) {
		amounts.forEach((key, told) -> this.own.computeIfPresent(new Entry(day, key),
				(entry, amount) -> new Amount(amount.spent(), told)));
		LocalDate today = today();
		this.own.entrySet()
			.removeIf((entry) -> entry.getKey().day().isBefore(today) && entry.getValue().untold().signum() == 0);
	}

	/**
	 * Learn what other nodes have told.
	 * @param day the day
	 * @param amounts what was spent at them on that day, by the SHA-256 of tenants; those
	 * that are left out have spent little
	 */
	public void learn(LocalDate day, Map<String, BigDecimal> amounts) {
		this.others = new Others(day, Map.copyOf(amounts));
		this.scarce = amounts.values().stream().anyMatch(this::isEnough) || this.own.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getKey().day().equals(day) && isEnough(
					entry.getValue().spent().add(amounts.getOrDefault(entry.getKey().key(), BigDecimal.ZERO))));
	}

	private boolean isEnough(BigDecimal amount) {
		return amount.compareTo(this.smallest) >= 0;
	}

	/**
	 * Return how much a tenant must have spent at all nodes together for a node to want
	 * to know.
	 * @return the amount
	 */
	public BigDecimal worthTelling() {
		return this.smallest.multiply(BigDecimal.valueOf(this.budget.warnAt()));
	}

	/**
	 * Return what was spent and other nodes were not told yet.
	 * @return the amount of all tenants, zero where no node is ever told
	 */
	public BigDecimal waiting() {
		return this.shared ? this.own.values().stream().map(Amount::untold).reduce(BigDecimal.ZERO, BigDecimal::add)
				: BigDecimal.ZERO;
	}

	/**
	 * Whoever pays for a session.
	 *
	 * @param tenant the name of the tenant
	 * @param key its hash, by which other nodes know it
	 */
	record Payer(String tenant, String key) {

		static Payer of(String tenant) {
			return new Payer(tenant, Hashes.sha256(tenant));
		}

	}

	/**
	 * Account of a tenant on one day.
	 *
	 * @param day the day
	 * @param key the hash of the tenant
	 */
	private record Entry(LocalDate day, String key) {

	}

	/**
	 * Amount of money that was spent here.
	 *
	 * @param spent all of it
	 * @param told what others know of it
	 */
	private record Amount(BigDecimal spent, BigDecimal told) {

		static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

		Amount plus(Amount more) {
			return new Amount(this.spent.add(more.spent), this.told.add(more.told));
		}

		BigDecimal untold() {
			return this.spent.subtract(this.told);
		}

	}

	/**
	 * Sums that other nodes have told.
	 *
	 * @param day the day
	 * @param amounts what was spent, by the hashes of tenants
	 */
	private record Others(LocalDate day, Map<String, BigDecimal> amounts) {

	}

}
