package io.realtime4j.usage;

import java.util.Currency;

/**
 * Sum of several usages.
 *
 * @param count how many there are
 * @param usage what was used in all
 * @param cost what that costs
 * @since 0.1.0
 */
public record UsageSum(long count, Usage usage, Cost cost) {

	static UsageSum zero(Currency currency) {
		return new UsageSum(0, Usage.NONE, Cost.zero(currency));
	}

	UsageSum plus(UsageRecorded more) {
		return new UsageSum(this.count + 1, this.usage.plus(more.usage()), this.cost.plus(more.cost()));
	}

	/**
	 * Return this sum and another one.
	 * @param more the other
	 * @return the sum of both
	 */
	public UsageSum plus(UsageSum more) {
		return new UsageSum(this.count + more.count, this.usage.plus(more.usage), this.cost.plus(more.cost));
	}

}
