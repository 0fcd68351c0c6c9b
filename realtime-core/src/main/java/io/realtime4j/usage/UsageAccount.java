package io.realtime4j.usage;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import org.jspecify.annotations.Nullable;

/**
 * Internal account of what one session uses, of whatever family: its sums, its budget,
 * and those who hear of it. Not thread-safe: the session calls it under its lock.
 *
 * @since 0.1.0
 */
public final class UsageAccount {

	private final SessionUsage usage;

	private final Prices prices;

	private final BudgetWatch watch;

	private final EventLane events;

	UsageAccount(VoiceSession session, TrackerSettings settings) {
		Budget own = session.feature(Budget.class);
		UsageTotals before = session.feature(UsageTotals.class);
		UsageTotals zero = UsageTotals.zero(settings.prices().currency());
		this.usage = new SessionUsage((own != null) ? own : settings.budget(),
				(before != null && before.isIn(settings.prices().currency())) ? before : zero);
		this.prices = settings.prices();
		this.watch = new BudgetWatch(this.usage.budget());
		this.events = new EventLane(
				new ListenerLane<>(session, settings.listeners(), (listener, owner, message, json) -> {
					if (message instanceof UsageEvent event) {
						listener.onUsageEvent(owner, event);
					}
				}, settings.errorHandler()), settings.executor());
	}

	/**
	 * Return what the session has used so far.
	 * @return the usage, which any thread may read
	 */
	public SessionUsage usage() {
		return this.usage;
	}

	/**
	 * Return what models cost.
	 * @return the prices
	 */
	public Prices prices() {
		return this.prices;
	}

	/**
	 * Take a usage, and tell of it.
	 * @param recorded the usage
	 * @return why the session is to be closed, or {@code null} if its budget is not used
	 * up
	 */
	public @Nullable ClosedByBudget record(UsageRecorded recorded) {
		UsageTotals totals = this.usage.add(recorded);
		this.events.publish(recorded);
		this.watch.onUsage(recorded, totals).forEach(this.events::publish);
		return usedUp(totals);
	}

	/**
	 * Compare what was used before the session began with its budget, and tell if nothing
	 * is left.
	 * @return why the session is to be closed, or {@code null} if its budget is not used
	 * up
	 */
	public @Nullable ClosedByBudget begin() {
		UsageTotals totals = this.usage.totals();
		this.watch.onRestored(totals).forEach(this.events::publish);
		return usedUp(totals);
	}

	private @Nullable ClosedByBudget usedUp(UsageTotals totals) {
		return this.watch.isUsedUp() ? new ClosedByBudget(this.watch.budget(), totals) : null;
	}

}
