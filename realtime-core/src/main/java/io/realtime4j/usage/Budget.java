package io.realtime4j.usage;

import java.math.BigDecimal;
import java.time.Duration;

import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;

/**
 * Budget of one session. When it is used up, the response that runs may finish, no other
 * one is begun, and the session is closed with {@link ClosedByBudget}. What is used is
 * known when a response is done: the last one may go beyond the budget. A live session is
 * closed at once, by what the server tells every few seconds.
 *
 * @param tokens the most tokens of all kinds and both directions, or {@code null} for no
 * limit
 * @param money the most that may be spent, in the currency of the prices, or {@code null}
 * for no limit; what has no price does not count
 * @param time the most active time of a live session, or {@code null} for no limit
 * @param warnAt the used part of the budget, greater than 0, at which
 * {@link BudgetNearlyUsed} is told; 1 for no warning
 * @param patience how long the last response may take until it is cancelled
 * @since 0.1.0
 */
public record Budget(@Nullable Long tokens, @Nullable BigDecimal money, @Nullable Duration time, double warnAt,
		Duration patience) {

	private static final double DEFAULT_WARNING = 0.8;

	private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

	/**
	 * Create a new {@link Budget} instance.
	 */
	public Budget {
		require(tokens == null || tokens > 0, "'tokens' must be larger than zero");
		require(money == null || money.signum() > 0, "'money' must be larger than zero");
		require(time == null || (!time.isNegative() && !time.isZero()), "'time' must be larger than zero");
		require(warnAt > 0 && warnAt <= 1, "'warnAt' must be larger than 0 and not beyond 1");
		require(!patience.isNegative(), "'patience' must not be negative");
	}

	/**
	 * Create a budget without a limit of time.
	 * @param tokens the most tokens, or {@code null} for no limit
	 * @param money the most that may be spent, or {@code null} for no limit
	 * @param warnAt the used part of the budget at which {@link BudgetNearlyUsed} is told
	 * @param patience how long the last response may take
	 */
	public Budget(@Nullable Long tokens, @Nullable BigDecimal money, double warnAt, Duration patience) {
		this(tokens, money, null, warnAt, patience);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * Return a budget without limits.
	 * @return the budget, with a warning at 80 % and a patience of 30 seconds for limits
	 * that are added
	 */
	public static Budget unlimited() {
		return new Budget(null, null, DEFAULT_WARNING, DEFAULT_PATIENCE);
	}

	/**
	 * Return a budget of tokens.
	 * @param tokens the most tokens of all kinds, larger than zero
	 * @return the budget
	 */
	public static Budget ofTokens(long tokens) {
		return unlimited().withTokens(tokens);
	}

	/**
	 * Return a budget of money.
	 * @param money the most that may be spent, larger than zero
	 * @return the budget
	 */
	public static Budget ofMoney(BigDecimal money) {
		return unlimited().withMoney(money);
	}

	/**
	 * Return this budget with another limit of tokens.
	 * @param tokens the most tokens of all kinds, or {@code null} for no limit
	 * @return the budget
	 */
	public Budget withTokens(@Nullable Long tokens) {
		return new Budget(tokens, this.money, this.time, this.warnAt, this.patience);
	}

	/**
	 * Return this budget with another limit of money.
	 * @param money the most that may be spent, or {@code null} for no limit
	 * @return the budget
	 */
	public Budget withMoney(@Nullable BigDecimal money) {
		return new Budget(this.tokens, money, this.time, this.warnAt, this.patience);
	}

	/**
	 * Return this budget with another limit of the active time of live sessions.
	 * @param time the most time, or {@code null} for no limit
	 * @return the budget
	 */
	public Budget withTime(@Nullable Duration time) {
		return new Budget(this.tokens, this.money, time, this.warnAt, this.patience);
	}

	/**
	 * Return this budget with another warning.
	 * @param warnAt the used part of the budget, greater than 0; 1 for no warning
	 * @return the budget
	 */
	public Budget withWarnAt(double warnAt) {
		return new Budget(this.tokens, this.money, this.time, warnAt, this.patience);
	}

	/**
	 * Return this budget with another patience.
	 * @param patience how long the last response may take
	 * @return the budget
	 */
	public Budget withPatience(Duration patience) {
		return new Budget(this.tokens, this.money, this.time, this.warnAt, patience);
	}

	/**
	 * Add this budget to the specification of a session, instead of that of its client.
	 * The client requires a {@link UsageTracker}.
	 * @param spec what the session shall be
	 * @return the same, with this budget
	 */
	public SessionSpec limit(SessionSpec spec) {
		return spec.toBuilder().feature(Budget.class, this).build();
	}

	/**
	 * Return the share of the budget that is used.
	 * @param totals what the session used
	 * @return the part, 0 for nothing and 1 for all of it; the largest one where there
	 * are several limits
	 */
	public double share(UsageTotals totals) {
		UsageSum all = totals.all();
		double ofTokens = (this.tokens != null) ? (double) all.usage().totalTokens() / this.tokens : 0;
		double ofMoney = (this.money != null) ? all.cost().known().doubleValue() / this.money.doubleValue() : 0;
		double ofTime = (this.time != null)
				? (double) all.usage().active().toMillis() / Math.max(1, this.time.toMillis()) : 0;
		return Math.max(ofTime, Math.max(ofTokens, ofMoney));
	}

	/**
	 * Return whether the budget is used up.
	 * @param totals what the session used
	 * @return whether a limit is reached
	 */
	public boolean isUsedUp(UsageTotals totals) {
		UsageSum all = totals.all();
		return (this.tokens != null && all.usage().totalTokens() >= this.tokens)
				|| (this.money != null && all.cost().known().compareTo(this.money) >= 0)
				|| (this.time != null && all.usage().active().compareTo(this.time) >= 0);
	}

}
