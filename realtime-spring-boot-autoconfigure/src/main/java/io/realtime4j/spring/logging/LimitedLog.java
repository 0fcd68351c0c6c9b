package io.realtime4j.spring.logging;

import java.time.Clock;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Internal log of what fails in sessions. The lines of each session are limited, and
 * those of all sessions together: with its stack trace a line is long, and what fails in
 * one session mostly fails in all of them. May be used by any thread.
 *
 * @since 0.1.0
 */
public final class LimitedLog {

	static final int LINES_OF_ALL = 300;

	private static final String ALL = "";

	private final Log logger;

	private final LineLimit sessions;

	private final LineLimit all;

	/**
	 * Create a log.
	 * @param logger writes the lines
	 */
	public LimitedLog(Log logger) {
		this(logger, Clock.systemUTC());
	}

	LimitedLog(Log logger, Clock clock) {
		this.logger = logger;
		this.sessions = new LineLimit(clock);
		this.all = new LineLimit(clock, LINES_OF_ALL, "all sessions");
	}

	/**
	 * Write a line of the level {@code ERROR}.
	 * @param sessionId the session
	 * @param line the line
	 * @param cause what was thrown
	 */
	public void error(String sessionId, String line, Throwable cause) {
		String note = admit(sessionId);
		if (note != null) {
			this.logger.error(LogText.of(line) + note, cause);
		}
	}

	/**
	 * Write a line of the level {@code WARN}.
	 * @param sessionId the session
	 * @param line the line
	 */
	public void warn(String sessionId, String line) {
		String note = admit(sessionId);
		if (note != null) {
			this.logger.warn(LogText.of(line) + note);
		}
	}

	/**
	 * Write a line of the level {@code WARN}.
	 * @param sessionId the session
	 * @param line the line
	 * @param cause what was thrown
	 */
	public void warn(String sessionId, String line, Throwable cause) {
		String note = admit(sessionId);
		if (note != null) {
			this.logger.warn(LogText.of(line) + note, cause);
		}
	}

	/**
	 * Write a line of the level {@code INFO}.
	 * @param sessionId the session
	 * @param line the line
	 */
	public void info(String sessionId, String line) {
		String note = admit(sessionId);
		if (note != null) {
			this.logger.info(LogText.of(line) + note);
		}
	}

	// What one session may not write does not count for the others
	private @Nullable String admit(String sessionId) {
		String ofSession = this.sessions.admit(sessionId);
		String ofAll = (ofSession != null) ? this.all.admit(ALL) : null;
		return (ofAll != null) ? ofSession + ofAll : null;
	}

}
