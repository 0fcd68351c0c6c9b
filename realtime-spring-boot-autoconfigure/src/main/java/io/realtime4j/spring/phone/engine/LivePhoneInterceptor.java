package io.realtime4j.spring.phone.engine;

import io.realtime4j.audio.WholeSamples;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.guardrail.SpeechSilencer;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import io.realtime4j.spring.playback.LivePlayback;
import org.jspecify.annotations.Nullable;

/**
 * Plays a live session on its telephone line, however long listeners of the application
 * take.
 */
final class LivePhoneInterceptor implements LiveInterceptor {

	private final WholeSamples samples = new WholeSamples();

	private final LivePlayback playback;

	private final AudioFormat format;

	LivePhoneInterceptor(LivePlayback playback, AudioFormat format) {
		this.playback = playback;
		this.format = format;
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == SpeechSilencer.class) ? type.cast((SpeechSilencer) this.playback::cut) : null;
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		if (event instanceof SessionOutputAudioDelta delta) {
			byte[] audio = delta.delta().bytes();
			this.playback.play(AudioFormats.isPcm(this.format) ? this.samples.join(audio) : audio);
		}
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnecting || event instanceof SessionReconnected
				|| event instanceof SessionClosed) {
			this.samples.flush();
			this.playback.breakOff();
		}
	}

}
