package io.realtime4j.spring.logging;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.FrameRejected;
import io.realtime4j.session.InputAudioDropped;
import io.realtime4j.session.ResponseFailed;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SessionSuspended;
import io.realtime4j.session.SettingsDiffer;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.operation.ClosedByOperator;
import io.realtime4j.spring.operation.ClosedForDraining;
import io.realtime4j.store.ClosedByTakeOver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells the log what becomes of sessions, and never what is said in them.
 */
class SessionLogger {

	private static final Log logger = LogFactory.getLog(SessionLogger.class);

	private final SuspensionLog suspensions;

	private final LineLimit limit;

	private final String settings;

	private final Set<String> opened = ConcurrentHashMap.newKeySet();

	SessionLogger() {
		this(CloseAdvice.SESSION);
	}

	/**
	 * Create a logger.
	 * @param settings the prefix of the properties that sessions are configured by
	 */
	SessionLogger(String settings) {
		this(settings, Clock.systemUTC());
	}

	SessionLogger(Clock clock) {
		this(CloseAdvice.SESSION, clock);
	}

	private SessionLogger(String settings, Clock clock) {
		this.settings = settings;
		this.suspensions = new SuspensionLog(logger, clock);
		this.limit = new LineLimit(clock);
	}

	void onError(VoiceSession session, RealtimeError error) {
		// An error that ends the opening is told with the end
		if (session.state() == SessionState.OPEN) {
			warn(session, ": the server sent an error event " + describe(error));
		}
	}

	private void warn(VoiceSession session, String what) {
		warn(session, what, "");
	}

	private void warn(VoiceSession session, String what, String advice) {
		String note = this.limit.admit(session.id());
		if (note != null) {
			logger.warn(LogText.name(session) + LogText.of(what) + advice + note);
		}
	}

	private void info(VoiceSession session, String what) {
		String note = this.limit.admit(session.id());
		if (note != null) {
			logger.info(LogText.name(session) + LogText.of(what) + note);
		}
	}

	// The server's own words are left out: they may repeat what was said, or a key
	private static String describe(RealtimeError error) {
		return "[type=" + error.type() + ", code=" + error.code() + ", param=" + error.param() + ", eventId="
				+ error.eventId() + "]";
	}

	void onSessionEvent(VoiceSession session, SessionEvent event) {
		if (event instanceof SessionOpened sessionOpened) {
			this.opened.add(session.id());
			logger.info(LogText.name(session) + " is open" + LogText.of(describe(sessionOpened.settings())));
		}
		else if (event instanceof SessionReconnecting reconnecting) {
			logReconnecting(session, reconnecting);
		}
		else if (event instanceof SessionReconnected reconnected) {
			info(session, " has reconnected: " + reconnected.restoredItems() + " items restored, "
					+ reconnected.lostAudio().toMillis() + " ms of input audio lost");
		}
		else if (event instanceof SessionClosed closed) {
			this.suspensions.onClosed(session);
			logClosed(session, closed.cause(), this.opened.remove(session.id()));
		}
		else if (event instanceof SessionSuspended suspended) {
			this.suspensions.onSuspended(session, suspended);
		}
		else {
			logTrouble(session, event);
		}
	}

	private void logTrouble(VoiceSession session, SessionEvent event) {
		String trouble = trouble(event);
		if (trouble != null) {
			warn(session, trouble);
		}
		else if (logger.isDebugEnabled()) {
			logger.debug(LogText.name(session) + ": " + event.type());
		}
	}

	private static @Nullable String trouble(SessionEvent event) {
		if (event instanceof InputAudioDropped dropped) {
			return ": " + dropped.duration().toMillis()
					+ " ms of input audio were dropped, which the server did not take in time";
		}
		if (event instanceof ResponseFailed failed) {
			return ": response " + failed.done().response().id() + " is " + failed.outcome().summary()
					+ ", so nothing more is heard of it";
		}
		if (event instanceof SettingsDiffer differ) {
			return ": the server acknowledged the settings, but with other values than requested for: "
					+ String.join(", ", differ.members());
		}
		if (event instanceof AnswerTimedOut timedOut) {
			return ": " + timedOut.message();
		}
		return (event instanceof FrameRejected) ? ": the server sent a frame that is not an event" : null;
	}

	private static String describe(@Nullable SessionSettings settings) {
		String model = (settings instanceof RealtimeSessionSettings realtime && realtime.model() != null)
				? ", model " + realtime.model().value() : "";
		return (settings != null) ? ": " + settings.type() + " session " + settings.id() + model : "";
	}

	// The advice is needed once, the attempts after that are only followed
	private void logReconnecting(VoiceSession session, SessionReconnecting event) {
		String what = this.opened.contains(session.id()) ? " reconnects in " : " is not open yet and tries again in ";
		String message = what + event.delay().toMillis() + " ms (attempt " + event.attempt() + "). "
				+ event.cause().message();
		if (event.attempt() == 1) {
			warn(session, message, advice(event.cause()));
		}
		else {
			info(session, message);
		}
	}

	private String advice(CloseCause cause) {
		String advice = CloseAdvice.of(cause, this.settings);
		return advice.isEmpty() ? "" : ". " + advice;
	}

	private void logClosed(VoiceSession session, CloseCause cause, boolean wasOpen) {
		String end = SessionFigures.of(session) + this.limit.end(session.id());
		if (cause instanceof ClosedByApplication) {
			if (wasOpen) {
				logger.info(LogText.name(session) + " is closed" + end);
			}
			else {
				logger.debug(LogText.name(session) + " is closed, and was never open" + end);
			}
			return;
		}
		String message = LogText.name(session) + " has ended. " + LogText.of(cause.message()) + advice(cause) + end;
		if (cause instanceof ClosedByOperator || cause instanceof ClosedForDraining
				|| cause instanceof ClosedByTakeOver) {
			logger.info(message);
		}
		else {
			logger.warn(message);
		}
	}

}
