package io.realtime4j.usage;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.ListenerLane;
import org.jspecify.annotations.Nullable;

/**
 * Measures one session on its control lane, and closes it when its budget is used up.
 */
final class SessionUsageTracker implements SessionInterceptor {

	private final RealtimeSession session;

	private final SessionUsage usage;

	private final UsageMeter meter;

	private final BudgetWatch watch;

	private final EventLane events;

	private SessionUsageTracker(RealtimeSession session, SessionUsage usage, UsageMeter meter, EventLane events) {
		this.session = session;
		this.usage = usage;
		this.meter = meter;
		this.watch = new BudgetWatch(usage.budget());
		this.events = events;
	}

	static SessionUsageTracker attach(RealtimeSession session, TrackerSettings settings) {
		Budget own = session.feature(Budget.class);
		UsageTotals before = session.feature(UsageTotals.class);
		UsageTotals zero = UsageTotals.zero(settings.prices().currency());
		SessionUsage usage = new SessionUsage((own != null) ? own : settings.budget(),
				(before != null && before.isIn(settings.prices().currency())) ? before : zero);
		EventLane events = new EventLane(
				new ListenerLane<>(session, settings.listeners(),
						EventLane.telling(UsageEvent.class, UsageListener::onUsageEvent), settings.errorHandler()),
				settings.executor());
		return new SessionUsageTracker(session, usage, new UsageMeter(settings.prices()), events);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SessionUsage.class) ? type.cast(this.usage) : null;
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		UsageRecorded recorded = this.meter.onEvent(event);
		if (recorded != null) {
			UsageTotals totals = this.usage.add(recorded);
			this.events.publish(recorded);
			this.watch.onUsage(recorded, totals).forEach(this.events::publish);
			if (this.watch.isUsedUp()) {
				Budget budget = this.watch.budget();
				this.session.closeAfterResponse(new ClosedByBudget(budget, totals), budget.patience());
			}
		}
		return true;
	}

}
