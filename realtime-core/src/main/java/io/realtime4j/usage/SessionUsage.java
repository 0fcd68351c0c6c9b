package io.realtime4j.usage;

import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one session so far. May be used by any thread, also when the session has
 * ended.
 *
 * @since 0.1.0
 */
public final class SessionUsage {

	private final Budget budget;

	private volatile UsageTotals totals;

	SessionUsage(Budget budget, UsageTotals totals) {
		this.budget = budget;
		this.totals = totals;
	}

	/**
	 * Return the usage of a session.
	 * @param session the session
	 * @return its usage
	 * @throws IllegalStateException if the client of the session has no
	 * {@link UsageTracker}
	 */
	public static SessionUsage of(VoiceSession session) {
		SessionUsage usage = find(session);
		if (usage == null) {
			throw new IllegalStateException("The client of session " + session.id() + " has no UsageTracker");
		}
		return usage;
	}

	/**
	 * Return the usage of a session, if it is measured.
	 * @param session the session
	 * @return its usage, or {@code null} if the client of the session has no
	 * {@link UsageTracker}
	 */
	public static @Nullable SessionUsage find(VoiceSession session) {
		return session.feature(SessionUsage.class);
	}

	/**
	 * Return the usage of the session and its cost.
	 * @return the totals at this moment
	 */
	public UsageTotals totals() {
		return this.totals;
	}

	/**
	 * Return the budget of the session.
	 * @return the budget, which may have no limits
	 */
	public Budget budget() {
		return this.budget;
	}

	/**
	 * Add a usage. Called under the lock of the session.
	 */
	UsageTotals add(UsageRecorded usage) {
		UsageTotals sum = this.totals.plus(usage);
		this.totals = sum;
		return sum;
	}

}
