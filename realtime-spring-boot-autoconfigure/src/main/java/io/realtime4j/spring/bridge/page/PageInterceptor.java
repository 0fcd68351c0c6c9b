package io.realtime4j.spring.bridge.page;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.HistoryTrimmed;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SpeechCut;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.SessionUsage;
import org.jspecify.annotations.Nullable;

/**
 * Plays a session on its page and shows it there, at once, however long listeners of the
 * application take.
 */
final class PageInterceptor implements SessionInterceptor {

	private final RealtimeSession session;

	private final PageSink sink;

	private final PageView view;

	private final SessionInterceptor playback;

	PageInterceptor(RealtimeSession session, PageSink sink, PageView view) {
		this.session = session;
		this.sink = sink;
		this.view = view;
		this.playback = new PlaybackInterceptor(session, sink);
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta delta) {
			this.sink.expect(delta.responseId());
		}
		boolean heard = this.playback.onEvent(event);
		if (heard) {
			this.view.onEvent(event);
		}
		if (event instanceof ResponseDone done) {
			this.view.onUsage(done.response().usage(), cost());
		}
		if (event instanceof ResponseOutputAudioDone done && done.itemId() != null) {
			this.sink.end(done.itemId(), done.contentIndex());
		}
		else if (!(event instanceof ResponseOutputAudioDelta)) {
			this.view.onConversation(this.session.conversation());
		}
		return heard;
	}

	@Override
	public void onHeard(ServerEvent event, String json) {
		if (this.view.forDevelopers()) {
			this.view.onHeard(this.session.id(), json);
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		this.playback.onSessionEvent(event);
		this.view.onSessionEvent(event);
		if (event instanceof SessionReconnected || event instanceof HistoryTrimmed || event instanceof SpeechCut
				|| event instanceof AnswerTimedOut) {
			this.view.onConversation(this.session.conversation());
		}
	}

	@Override
	public boolean onInterrupt(boolean responseAwaited) {
		return this.playback.onInterrupt(responseAwaited);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return this.playback.feature(type);
	}

	private @Nullable Cost cost() {
		SessionUsage usage = SessionUsage.find(this.session);
		return (usage != null) ? usage.totals().all().cost() : null;
	}

}
