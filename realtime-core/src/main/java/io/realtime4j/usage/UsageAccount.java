package io.realtime4j.usage;

import io.realtime4j.session.ClosedByPolicy;
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

	private final @Nullable TenantWatch tenant;

	private final EventLane events;

	UsageAccount(VoiceSession session, TrackerSettings settings) {
		Budget own = session.feature(Budget.class);
		UsageTotals before = session.feature(UsageTotals.class);
		UsageTotals zero = UsageTotals.zero(settings.prices().currency());
		this.usage = new SessionUsage((own != null) ? own : settings.budget(),
				(before != null && before.isIn(settings.prices().currency())) ? before : zero);
		this.prices = settings.prices();
		TenantAccounts tenants = settings.tenants();
		this.tenant = (tenants != null) ? new TenantWatch(tenants, session) : null;
		this.watch = new BudgetWatch(this.usage.budget(), tenants != null);
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
	 * @return why the session is to be closed, or {@code null} if neither its budget nor
	 * that of its tenant is used up
	 */
	public @Nullable ClosedByPolicy record(UsageRecorded recorded) {
		UsageTotals totals = this.usage.add(recorded);
		this.events.publish(recorded);
		this.watch.onUsage(recorded, totals).forEach(this.events::publish);
		if (this.tenant != null) {
			this.tenant.onUsage(recorded).forEach(this.events::publish);
		}
		return usedUp(totals);
	}

	/**
	 * Compare what was used before the session began with its budget, and tell if nothing
	 * is left.
	 * @return why the session is to be closed, or {@code null} if neither its budget nor
	 * that of its tenant is used up
	 */
	public @Nullable ClosedByPolicy begin() {
		UsageTotals totals = this.usage.totals();
		this.watch.onRestored(totals).forEach(this.events::publish);
		check();
		return usedUp(totals);
	}

	/**
	 * Find out whether other sessions have used up the budget of the tenant, and tell if
	 * they have. To be called for each event.
	 * @return why the session is to be closed, said once, or {@code null}
	 */
	public @Nullable ClosedByPolicy check() {
		UsageEvent event = (this.tenant != null) ? this.tenant.onOthers() : null;
		if (this.tenant == null || event == null) {
			return null;
		}
		this.events.publish(event);
		return this.tenant.end();
	}

	private @Nullable ClosedByPolicy usedUp(UsageTotals totals) {
		if (this.watch.isUsedUp()) {
			return new ClosedByBudget(this.watch.budget(), totals);
		}
		return (this.tenant != null) ? this.tenant.end() : null;
	}

}
