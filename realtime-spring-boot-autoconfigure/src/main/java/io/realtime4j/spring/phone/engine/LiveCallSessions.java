package io.realtime4j.spring.phone.engine;

import java.util.List;
import java.util.Map;

import io.realtime4j.audio.AudioData;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneLiveSessionCustomizer;
import io.realtime4j.spring.playback.LivePlayback;
import io.realtime4j.spring.playback.UserVoice;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory for the live sessions of calls.
 */
public final class LiveCallSessions extends CallSessions {

	private static final int WIDEBAND_RATE = 16_000;

	private final LiveClient client;

	private final List<PhoneLiveSessionCustomizer> customizers;

	/**
	 * Create a factory.
	 * @param client opens the sessions, with a default for them
	 * @param customizers customize the session of each call, in this order
	 */
	public LiveCallSessions(LiveClient client, List<PhoneLiveSessionCustomizer> customizers) {
		this.client = client;
		this.customizers = List.copyOf(customizers);
	}

	@Override
	boolean isClosed() {
		return this.client.isClosedToSessions();
	}

	@Override
	AudioFormat format(AudioFormat line) {
		if (!AudioFormats.isPcm(line)) {
			return line;
		}
		return (AudioFormats.sampleRate(line) == WIDEBAND_RATE) ? line : AudioPcm.at24kHz();
	}

	@Override
	CallConversation create(PhoneCaller caller, ActiveCall call, PhoneSink sink, AudioFormat format) {
		LiveSpec.Builder builder = this.client.defaultSpec().toBuilder().limits(SessionLimits.ofOnePerson());
		this.customizers.forEach((customizer) -> customizer.customize(caller, builder));
		UserVoice voice = new UserVoice();
		LivePlayback playback = new LivePlayback(sink, format, voice::isSpeaking);
		LiveSpec spec = builder.settings((settings) -> setFormat(settings, format))
			.feature(PhoneCall.class, call)
			.interceptor((session) -> new LivePhoneInterceptor(playback, format))
			.build();
		return new Conversation(this.client.create(spec), voice, format);
	}

	private static void setFormat(LiveSettings.Builder settings, AudioFormat format) {
		LiveAudio audio = settings.build().audio();
		settings.audio((audio != null) ? new LiveAudio(wire(format), audio.output(), audio.extra())
				: new LiveAudio(wire(format), null, Map.of()));
	}

	private static @Nullable LiveAudioFormat wire(AudioFormat format) {
		if (AudioFormats.isPcm(format)) {
			return LiveAudioFormat.pcm(AudioFormats.sampleRate(format));
		}
		return (format instanceof AudioPcmu) ? LiveAudioFormat.pcmu() : LiveAudioFormat.pcma();
	}

	/**
	 * Conversation with a session.
	 *
	 * @param session the session
	 * @param voice knows whether the caller is speaking
	 * @param format the format of the audio
	 */
	private record Conversation(LiveSession session, UserVoice voice, AudioFormat format) implements CallConversation {

		@Override
		public void open() {
			this.session.open();
		}

		@Override
		public void hear(byte[] audio) {
			this.voice.hear(AudioFormats.decode(AudioData.wrap(audio), this.format).audio().bytes(),
					AudioFormats.sampleRate(this.format));
			this.session.appendAudio(audio);
		}

	}

}
