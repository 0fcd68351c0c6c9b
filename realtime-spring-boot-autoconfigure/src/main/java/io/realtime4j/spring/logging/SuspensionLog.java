package io.realtime4j.spring.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.session.SessionSuspended;
import io.realtime4j.session.VoiceSession;
import org.apache.commons.logging.Log;

/**
 * Tells the log that listeners are slower than the server: at once when that begins, and
 * then once a minute for each session at most, since it may go on with every burst.
 */
class SuspensionLog {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final Map<String, Told> sessions = new ConcurrentHashMap<>();

	private final Log logger;

	private final Clock clock;

	SuspensionLog(Log logger, Clock clock) {
		this.logger = logger;
		this.clock = clock;
	}

	void onSuspended(VoiceSession session, SessionSuspended event) {
		Instant now = this.clock.instant();
		Told told = this.sessions.get(session.id());
		if (told != null && now.isBefore(told.at().plus(PAUSE))) {
			this.sessions.put(session.id(), new Told(told.at(), told.untold() + 1));
			return;
		}
		String since = (told != null && told.untold() > 0) ? " (and " + told.untold() + " times since the last message)"
				: "";
		this.logger.warn(LogText.name(session) + " has suspended reading" + since + ": " + event.events()
				+ " events are queued for listeners, which are slower than the server");
		this.sessions.put(session.id(), new Told(now, 0));
	}

	void onClosed(VoiceSession session) {
		this.sessions.remove(session.id());
	}

	/**
	 * The part of a suspension that was logged.
	 *
	 * @param at when the last time was
	 * @param untold how often it was suspended since
	 */
	private record Told(Instant at, int untold) {

	}

}
