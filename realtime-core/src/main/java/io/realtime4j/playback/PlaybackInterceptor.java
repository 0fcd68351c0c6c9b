package io.realtime4j.playback;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnected;
import org.jspecify.annotations.Nullable;

/**
 * Interceptor that plays the model's speech and handles interruptions: by the user's
 * speech, if the settings of the session allow it, or by the application.
 * {@link PlaybackControl} decides; this class does it.
 *
 * @since 0.1.0
 */
public final class PlaybackInterceptor implements SessionInterceptor {

	private final RealtimeSession session;

	private final AudioSink sink;

	private final PlaybackControl control;

	private final SilentSinkWatch reports;

	private final FirstSoundWatch firstSound;

	// Taken inside of the lock of the session, and never the other way round
	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Create an interceptor.
	 * @param session the session
	 * @param sink where it is played
	 */
	public PlaybackInterceptor(RealtimeSession session, AudioSink sink) {
		this.session = session;
		this.sink = sink;
		this.reports = new SilentSinkWatch(session);
		this.firstSound = new FirstSoundWatch(session, sink, this.lock);
		this.control = new PlaybackControl(sink::playedMillis, this.reports.timeout(), System::nanoTime);
	}

	/**
	 * Return a factory that creates an interceptor for each session with a sink.
	 * @param sinks makes the sinks of all sessions but those that have a factory of their
	 * own
	 * @return the factory
	 */
	public static SessionInterceptor.Factory factory(AudioSinkFactory sinks) {
		return (session) -> {
			AudioSinkFactory own = session.feature(AudioSinkFactory.class);
			AudioSink sink = ((own != null) ? own : sinks).create(session);
			return (sink != null) ? new PlaybackInterceptor(session, sink) : SessionInterceptor.none();
		};
	}

	/**
	 * Return the interceptor of a session.
	 * @param session the session
	 * @return the interceptor, or {@code null} if the session has none
	 */
	public static @Nullable PlaybackInterceptor find(RealtimeSession session) {
		return session.feature(PlaybackInterceptor.class);
	}

	/**
	 * Keep audio until it is played, so that {@link #cut} can take one response out of
	 * several.
	 */
	public void keepUnplayed() {
		run(() -> this.control.keepUnplayed());
	}

	/**
	 * Cut one response off without affecting others: cancel it if it is running, stop
	 * playing it, and remove from the conversation what nobody heard of it. Has no effect
	 * on a response that has ended and was played. Must not be called by what holds a
	 * lock that it takes on the control lane.
	 * @param responseId the id of the response
	 */
	public void cut(String responseId) {
		send(locked(() -> {
			Cut cut = this.control.cut(responseId);
			if (cut.clear()) {
				this.firstSound.onCut(responseId);
				this.sink.clear();
				cut.replay().forEach(this.sink::play);
			}
			return cut.events();
		}));
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		Reaction reaction = react(() -> this.control.onEvent(event));
		send(reaction.events());
		this.firstSound.proceed(reaction.heard());
		if (event instanceof ResponseDone) {
			this.reports.begin(locked(this.control::untilReportIsDue), () -> locked(this.control::isReportMissing));
		}
		return reaction.heard();
	}

	/**
	 * Take another connection into account. What came before it is played to its end, and
	 * when it is interrupted only the history is cut, since the server was told of it as
	 * text. A response that the session has given up is over.
	 */
	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnected) {
			run(() -> this.control.onReconnect());
		}
		else if (event instanceof SessionClosed) {
			this.reports.end();
			this.firstSound.end();
		}
		else if (event instanceof AnswerTimedOut timedOut && timedOut.awaited().startsWith("response.")) {
			run(() -> this.control.onGivenUp(timedOut.responseId()));
		}
	}

	/**
	 * Cancel the running or requested response, clear the sink, and remove from the
	 * conversation what nobody heard.
	 */
	@Override
	public boolean onInterrupt(boolean responseAwaited) {
		send(react(() -> this.control.interrupt(responseAwaited)).events());
		this.firstSound.proceed(false);
		return true;
	}

	private Reaction react(Supplier<Reaction> decision) {
		return locked(() -> {
			Reaction reaction = decision.get();
			if (reaction.clear()) {
				this.firstSound.onClear();
				this.sink.clear();
			}
			if (reaction.play() != null) {
				this.sink.play(reaction.play());
			}
			return reaction;
		});
	}

	private void run(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	private <T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void send(List<ClientEvent> events) {
		try {
			events.forEach(this.session::send);
		}
		catch (SessionClosedException ex) {
			// Nobody is there any more who would have to forget anything
		}
	}

}
