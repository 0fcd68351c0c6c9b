package io.realtime4j.spring.boot.autoconfigure.session;

import java.math.BigDecimal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Properties for the budget of a session, which is closed when the budget is used up.
 *
 * @since 0.1.0
 */
public class BudgetProperties {

	/**
	 * Largest number of tokens of all kinds that a session may use; no limit if it is not
	 * set.
	 */
	private @Nullable Long tokens;

	/**
	 * Largest amount of money that a session may cost, in the currency of the prices; no
	 * limit if it is not set. Needs prices.
	 */
	private @Nullable BigDecimal money;

	/**
	 * Used part of the budget at which an event warns, up to 1.0 for no warning.
	 */
	private double warnAt = 0.8;

	/**
	 * Longest time that the last response may take to finish when the budget is used up.
	 */
	private Duration patience = Duration.ofSeconds(30);

	public @Nullable Long getTokens() {
		return this.tokens;
	}

	public void setTokens(@Nullable Long tokens) {
		this.tokens = tokens;
	}

	public @Nullable BigDecimal getMoney() {
		return this.money;
	}

	public void setMoney(@Nullable BigDecimal money) {
		this.money = money;
	}

	public double getWarnAt() {
		return this.warnAt;
	}

	public void setWarnAt(double warnAt) {
		this.warnAt = warnAt;
	}

	public Duration getPatience() {
		return this.patience;
	}

	public void setPatience(Duration patience) {
		this.patience = patience;
	}

}
