package io.realtime4j.usage;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Measures one session on its control lane, and closes it when its budget is used up.
 */
final class SessionUsageTracker implements SessionInterceptor {

	private final RealtimeSession session;

	private final UsageAccount account;

	private final UsageMeter meter;

	private boolean begun;

	SessionUsageTracker(RealtimeSession session, UsageAccount account) {
		this.session = session;
		this.account = account;
		this.meter = new UsageMeter(account.prices());
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SessionUsage.class) ? type.cast(this.account.usage()) : null;
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		ClosedByPolicy before = this.begun ? this.account.check() : this.account.begin();
		this.begun = true;
		UsageRecorded recorded = this.meter.onEvent(event);
		ClosedByPolicy usedUp = (recorded != null) ? this.account.record(recorded) : before;
		if (usedUp != null) {
			this.session.closeAfterResponse(usedUp, this.account.usage().budget().patience());
		}
		return true;
	}

}
