package io.realtime4j.spring.bridge.page;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.ResponseEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionUsageUpdated;
import io.realtime4j.live.guardrail.SpeechSilencer;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.spring.playback.LivePlayback;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.SessionUsage;
import org.jspecify.annotations.Nullable;

/**
 * Plays a live session on its page and shows it there, at once, however long listeners of
 * the application take.
 */
final class LivePageInterceptor implements LiveInterceptor {

	private static final double NANOS = 1e9;

	private final LiveSession session;

	private final PageAudio.Decoder decoder;

	private final LivePlayback playback;

	private final PageView view;

	private final DelegatedResponses responses;

	private Conversation shown = Conversation.empty();

	LivePageInterceptor(LiveSession session, @Nullable AudioFormat format, LivePlayback playback, PageView view) {
		this.session = session;
		this.decoder = PageAudio.decoder((format != null) ? format : new AudioPcm(null), PageSink.SAMPLE_RATE);
		this.playback = playback;
		this.view = view;
		this.responses = new DelegatedResponses(view);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SpeechSilencer.class) ? type.cast((SpeechSilencer) this.playback::cut) : null;
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		if (event instanceof SessionOutputAudioDelta delta) {
			this.playback.play(this.decoder.decode(delta.delta().bytes()));
		}
		else if (event instanceof SessionCommentaryAppended) {
			this.playback.unhush();
		}
		else if (event instanceof ResponseEvent response) {
			this.responses.onEvent(response);
		}
		else if (event instanceof SessionUsageUpdated || event instanceof SessionClosed) {
			this.view.onActiveTime(seconds(), cost());
		}
		else if (event instanceof ErrorEvent error) {
			this.view.onError(error.error().code());
		}
		show();
	}

	// With that of other nodes, where it is measured
	private @Nullable Double seconds() {
		SessionUsage usage = SessionUsage.find(this.session);
		if (usage == null) {
			return this.session.usage().seconds();
		}
		return usage.totals().active().usage().active().toNanos() / NANOS;
	}

	private @Nullable Cost cost() {
		SessionUsage usage = SessionUsage.find(this.session);
		return (usage != null) ? usage.totals().all().cost() : null;
	}

	// What is said ends as time passes, so that any event may change it
	@SuppressWarnings("ReferenceEquality")
	private void show() {
		Conversation now = this.session.conversation();
		if (now != this.shown) {
			this.shown = now;
			this.view.onConversation(now);
			this.view.onSpeech(UserTurn.isOpen(now));
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnecting || event instanceof SessionReconnected) {
			this.playback.breakOff();
			this.responses.end();
		}
		this.view.onSessionEvent(event);
		show();
	}

}
