package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Limits how many lines each session writes, so that a server that sends nonsense, or a
 * listener that always fails, does not fill a disk. May be used by any thread.
 */
final class LineLimit {

	static final int LINES = 20;

	static final Duration PERIOD = Duration.ofMinutes(1);

	/**
	 * How many sessions are known before those that were silent for long are forgotten.
	 */
	private static final int MANY = 1000;

	private final Map<String, Period> sessions = new ConcurrentHashMap<>();

	private final Clock clock;

	private final int lines;

	private final String whose;

	private volatile Instant swept;

	LineLimit(Clock clock) {
		this(clock, LINES, "this session");
	}

	/**
	 * Create a limit.
	 * @param clock tells the time
	 * @param lines how many lines may be written within a minute
	 * @param whose says whose lines are counted
	 */
	LineLimit(Clock clock, int lines, String whose) {
		this.clock = clock;
		this.lines = lines;
		this.whose = whose;
		this.swept = clock.instant();
	}

	/**
	 * Count a line.
	 * @param sessionId the session that wants to write it
	 * @return what to write after it, or {@code null} if it is not to be written
	 */
	@Nullable String admit(String sessionId) {
		Instant now = this.clock.instant();
		sweep(now);
		Period[] before = new Period[1];
		Period period = this.sessions.compute(sessionId, (id, known) -> {
			before[0] = known;
			return (known == null || known.isOver(now)) ? new Period(now, 1)
					: new Period(known.start(), known.lines() + 1);
		});
		if (period.lines() == 1) {
			return leftOut(before[0]);
		}
		if (period.lines() > this.lines) {
			return null;
		}
		return (period.lines() == this.lines) ? " (more of " + this.whose + " is left out until a minute has passed)"
				: "";
	}

	/**
	 * Forget a session that has ended.
	 * @param sessionId the session
	 * @return what to write after its last line
	 */
	String end(String sessionId) {
		return leftOut(this.sessions.remove(sessionId));
	}

	private String leftOut(@Nullable Period last) {
		return (last != null && last.lines() > this.lines)
				? " (" + (last.lines() - this.lines) + " lines before it were left out)" : "";
	}

	// Not all who write lines hear of the end of a session
	private void sweep(Instant now) {
		if (this.sessions.size() > MANY && !now.isBefore(this.swept.plus(PERIOD))) {
			this.swept = now;
			this.sessions.values().removeIf((period) -> period.isOver(now));
		}
	}

	int size() {
		return this.sessions.size();
	}

	/**
	 * Lines since a moment.
	 *
	 * @param start the moment
	 * @param lines how many were wanted
	 */
	private record Period(Instant start, int lines) {

		boolean isOver(Instant now) {
			return !now.isBefore(this.start.plus(PERIOD));
		}

	}

}
