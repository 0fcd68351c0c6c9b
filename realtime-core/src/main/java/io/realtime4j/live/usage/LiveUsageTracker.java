package io.realtime4j.live.usage;

import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.UsageTracker;

/**
 * Tracker that measures live sessions with the prices, the budget and the listeners of a
 * {@link UsageTracker}: their active time, and the tokens of delegated responses where
 * the server tells them. A session whose budget is used up is closed.
 * <p>
 * It becomes part of a client as a {@link LiveInterceptor.Factory}, before what asks for
 * responses, such as tools, and gives each of its sessions {@link SessionUsage}.
 *
 * @since 0.1.0
 */
public final class LiveUsageTracker implements LiveInterceptor.Factory {

	private final UsageTracker tracker;

	/**
	 * Create a tracker.
	 * @param tracker has the prices, the budget and the listeners
	 */
	public LiveUsageTracker(UsageTracker tracker) {
		this.tracker = tracker;
	}

	@Override
	public LiveInterceptor create(LiveSession session) {
		if (SessionUsage.find(session) != null) {
			// Another tracker is first: two would tell everything twice
			return LiveInterceptor.none();
		}
		return new LiveUsageMeter(session, this.tracker.account(session));
	}

	/**
	 * Give a session a budget of its own, instead of that of its client.
	 * @param spec the builder of what the session shall be
	 * @param budget the budget
	 * @return the same builder
	 */
	public static LiveSpec.Builder limit(LiveSpec.Builder spec, Budget budget) {
		return spec.feature(Budget.class, budget);
	}

}
