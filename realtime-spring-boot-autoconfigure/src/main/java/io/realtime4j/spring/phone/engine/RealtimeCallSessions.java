package io.realtime4j.spring.phone.engine;

import java.util.List;
import java.util.function.Consumer;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory for the sessions of calls in the first family.
 */
public final class RealtimeCallSessions extends CallSessions {

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final List<PhoneSessionCustomizer> customizers;

	/**
	 * Create a factory.
	 * @param client opens the sessions
	 * @param spec what they are before they are customized
	 * @param customizers customize the session of each call, in this order
	 */
	public RealtimeCallSessions(RealtimeClient client, SessionSpec spec, List<PhoneSessionCustomizer> customizers) {
		this.client = client;
		this.spec = spec;
		this.customizers = List.copyOf(customizers);
	}

	@Override
	boolean isClosed() {
		return this.client.isClosedToSessions();
	}

	@Override
	AudioFormat format(AudioFormat line) {
		return AudioFormats.isPcm(line) ? AudioPcm.at24kHz() : line;
	}

	@Override
	CallConversation create(PhoneCaller caller, ActiveCall call, PhoneSink sink, AudioFormat format) {
		SessionSpec.Builder builder = this.spec.toBuilder().limits(SessionLimits.ofOnePerson());
		this.customizers.forEach((customizer) -> customizer.customize(caller, builder));
		SessionSpec spec = builder.settings(settings(format))
			.feature(PhoneCall.class, call)
			.feature(AudioSinkFactory.class, (session) -> null)
			.interceptor((session) -> new PhoneInterceptor(session, sink))
			.build();
		return new Conversation(this.client.create(spec));
	}

	private static Consumer<RealtimeSessionSettings.Builder> settings(AudioFormat format) {
		return (settings) -> {
			SessionAudio audio = settings.build().audio();
			settings.audio(new SessionAudio(input((audio != null) ? audio.input() : null, format),
					output((audio != null) ? audio.output() : null, format)));
		};
	}

	private static AudioInput input(@Nullable AudioInput input, AudioFormat format) {
		return ((input != null) ? input.toBuilder() : AudioInput.builder()).format(format).build();
	}

	private static AudioOutput output(@Nullable AudioOutput output, AudioFormat format) {
		return ((output != null) ? output.toBuilder() : AudioOutput.builder()).format(format).build();
	}

	/**
	 * Conversation with a session.
	 *
	 * @param session the session
	 */
	private record Conversation(RealtimeSession session) implements CallConversation {

		@Override
		public void open() {
			this.session.open();
		}

		@Override
		public void hear(byte[] audio) {
			this.session.appendAudio(audio);
		}

	}

}
