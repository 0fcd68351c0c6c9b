package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Limits how many lines each session writes, so that a server that sends nonsense does
 * not fill a disk. The begin and the end of a session are not counted.
 */
final class LineLimit {

	static final int LINES = 20;

	static final Duration PERIOD = Duration.ofMinutes(1);

	private final Map<String, Period> sessions = new ConcurrentHashMap<>();

	private final Clock clock;

	LineLimit(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Count a line.
	 * @param sessionId the session that wants to write it
	 * @return what to write after it, or {@code null} if it is not to be written
	 */
	@Nullable String admit(String sessionId) {
		Instant now = this.clock.instant();
		Period before = this.sessions.get(sessionId);
		if (before == null || !now.isBefore(before.start().plus(PERIOD))) {
			this.sessions.put(sessionId, new Period(now, 1));
			return (before != null) ? before.leftOut() : "";
		}
		Period period = new Period(before.start(), before.lines() + 1);
		this.sessions.put(sessionId, period);
		if (period.lines() > LINES) {
			return null;
		}
		return (period.lines() == LINES) ? " (more of this session is left out until a minute has passed)" : "";
	}

	/**
	 * Forget a session that has ended.
	 * @param sessionId the session
	 * @return what to write after its last line
	 */
	String end(String sessionId) {
		Period last = this.sessions.remove(sessionId);
		return (last != null) ? last.leftOut() : "";
	}

	/**
	 * Lines since a moment.
	 *
	 * @param start the moment
	 * @param lines how many were wanted
	 */
	private record Period(Instant start, int lines) {

		String leftOut() {
			return (this.lines > LINES) ? " (" + (this.lines - LINES) + " lines before it were left out)" : "";
		}

	}

}
