package io.realtime4j.usage;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

import io.realtime4j.session.SessionSpec;

/**
 * Totals of the usage of a session so far. It is immutable.
 *
 * @param responses what its responses used
 * @param transcriptions what the transcription of its input used
 * @param active what it used by its active time, if it is a live session
 * @param models the same by model, in the order of their first use
 * @since 0.1.0
 */
public record UsageTotals(UsageSum responses, UsageSum transcriptions, UsageSum active, List<ModelUsage> models) {

	/**
	 * Create a new {@link UsageTotals} instance.
	 */
	public UsageTotals {
		models = List.copyOf(models);
	}

	/**
	 * Return totals of nothing.
	 * @param currency the currency of the costs
	 * @return the totals
	 */
	public static UsageTotals zero(Currency currency) {
		return new UsageTotals(UsageSum.zero(currency), UsageSum.zero(currency), UsageSum.zero(currency), List.of());
	}

	/**
	 * Return these totals and one usage more.
	 * @param more the usage
	 * @return the totals
	 * @throws IllegalArgumentException if it has another currency
	 */
	public UsageTotals plus(UsageRecorded more) {
		return new UsageTotals(plus(this.responses, more, ResponseUsageRecorded.class),
				plus(this.transcriptions, more, TranscriptionUsageRecorded.class),
				plus(this.active, more, ActiveTimeRecorded.class), modelsWith(more));
	}

	private static UsageSum plus(UsageSum sum, UsageRecorded more, Class<? extends UsageRecorded> kind) {
		return kind.isInstance(more) ? sum.plus(more) : sum;
	}

	private List<ModelUsage> modelsWith(UsageRecorded more) {
		List<ModelUsage> all = new ArrayList<>(this.models);
		for (int i = 0; i < all.size(); i++) {
			ModelUsage model = all.get(i);
			if (Objects.equals(model.model(), more.model())) {
				all.set(i, new ModelUsage(model.model(), model.sum().plus(more)));
				return all;
			}
		}
		all.add(new ModelUsage(more.model(), UsageSum.zero(more.cost().currency()).plus(more)));
		return all;
	}

	/**
	 * Return whether these totals can be added to in a currency.
	 * @param currency the currency
	 * @return whether it is that of their costs
	 */
	boolean isIn(Currency currency) {
		return this.responses.cost().currency().equals(currency)
				&& this.transcriptions.cost().currency().equals(currency)
				&& this.active.cost().currency().equals(currency);
	}

	/**
	 * Add these totals to the specification of a session that goes on with what was said
	 * before: its usage and its budget begin from them. They are left out where the
	 * prices of the client are in another currency.
	 * @param spec what the session shall be
	 * @return the same, with these totals
	 */
	public SessionSpec continueIn(SessionSpec spec) {
		return spec.toBuilder().feature(UsageTotals.class, this).build();
	}

	/**
	 * Return what responses, transcriptions and active time used together.
	 * @return the sum
	 */
	public UsageSum all() {
		return this.responses.plus(this.transcriptions).plus(this.active);
	}

}
