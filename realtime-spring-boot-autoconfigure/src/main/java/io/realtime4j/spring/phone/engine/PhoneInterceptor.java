package io.realtime4j.spring.phone.engine;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Plays a session on its telephone line.
 */
final class PhoneInterceptor implements SessionInterceptor {

	private final PhoneSink sink;

	private final SessionInterceptor playback;

	PhoneInterceptor(RealtimeSession session, PhoneSink sink) {
		this.sink = sink;
		this.playback = new PlaybackInterceptor(session, sink);
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		boolean heard = this.playback.onEvent(event);
		if (event instanceof ResponseOutputAudioDone done && done.itemId() != null) {
			this.sink.end(done.itemId(), done.contentIndex());
		}
		else if (event instanceof ResponseDone) {
			// Some servers do not tell the end of the audio
			this.sink.end();
		}
		return heard;
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		this.playback.onSessionEvent(event);
	}

	@Override
	public boolean onInterrupt(boolean responseAwaited) {
		return this.playback.onInterrupt(responseAwaited);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return this.playback.feature(type);
	}

}
