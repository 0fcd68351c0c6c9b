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
	 * Maximum number of tokens of all kinds that a session may use. No limit by default.
	 */
	private @Nullable Long tokens;

	/**
	 * Maximum cost of a session, in the currency of the prices. Requires prices. No limit
	 * by default.
	 */
	private @Nullable BigDecimal money;

	/**
	 * Maximum active time of a live session, for which it is billed. No limit by default.
	 */
	private @Nullable Duration activeTime;

	/**
	 * Share of the budget at which a warning event is published, or 1.0 for no warning.
	 */
	private double warnAt = 0.8;

	/**
	 * Maximum time for the last response to finish when the budget is used up.
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

	public @Nullable Duration getActiveTime() {
		return this.activeTime;
	}

	public void setActiveTime(@Nullable Duration activeTime) {
		this.activeTime = activeTime;
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
