package io.realtime4j.voice;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.PlaybackControl;
import io.realtime4j.playback.Reaction;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnected;

/**
 * Plays what the model says in a session, and lets it be interrupted: by speech, if the
 * settings of the session allow that, or by the application. {@link PlaybackControl}
 * decides; this class does it.
 *
 * @since 0.1.0
 */
public final class PlaybackInterceptor implements SessionInterceptor {

	private final RealtimeSession session;

	private final AudioSink sink;

	private final PlaybackControl control;

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
		this.control = new PlaybackControl(sink::playedMillis);
	}

	/**
	 * Return what makes an interceptor for each session.
	 * @param sinks makes the sinks
	 * @return the factory
	 */
	public static SessionInterceptor.Factory factory(AudioSinkFactory sinks) {
		return (session) -> new PlaybackInterceptor(session, sinks.create(session));
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		Reaction reaction = react(() -> this.control.onEvent(event));
		send(reaction);
		return reaction.heard();
	}

	/**
	 * Take another connection into account. What came before it is played to its end, and
	 * the server is asked to forget nothing of it, since it was told of it as text.
	 */
	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnected) {
			this.lock.lock();
			try {
				this.control.onReconnect();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Cancel the response that runs or is about to, stop the sink, and make the server
	 * forget what nobody heard.
	 */
	@Override
	public boolean onInterrupt(boolean responseAwaited) {
		send(react(() -> this.control.interrupt(responseAwaited)));
		return true;
	}

	private Reaction react(Supplier<Reaction> decision) {
		this.lock.lock();
		try {
			Reaction reaction = decision.get();
			if (reaction.clear()) {
				this.sink.clear();
			}
			if (reaction.play() != null) {
				this.sink.play(reaction.play());
			}
			return reaction;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void send(Reaction reaction) {
		try {
			reaction.events().forEach(this.session::send);
		}
		catch (SessionClosedException ex) {
			// Nobody is there any more who would have to forget anything
		}
	}

}
