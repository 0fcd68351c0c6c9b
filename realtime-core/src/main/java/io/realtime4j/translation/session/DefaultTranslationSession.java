package io.realtime4j.translation.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.SpeechDecoder;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.engine.AudioPieces;
import io.realtime4j.session.engine.EngineSession;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionDelivery;
import io.realtime4j.session.engine.SessionEngine;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.session.engine.SoundInput;
import io.realtime4j.translation.codec.TranslationCodec;
import io.realtime4j.translation.event.SessionClose;
import io.realtime4j.translation.event.SessionInputAudioBufferAppend;
import io.realtime4j.translation.event.SessionOutputAudioDelta;
import io.realtime4j.translation.event.SessionUpdate;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.model.TranslationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Default implementation of {@link TranslationSession}.
 */
final class DefaultTranslationSession extends EngineSession<TranslationServerEvent, TranslationProtocol>
		implements TranslationSession {

	private final TranslationSpec spec;

	private final TranslationCodec codec;

	private final ListenerLane<TranslationSession, TranslationListener> listeners;

	private final SessionEngine<TranslationServerEvent, TranslationProtocol> engine;

	private final AudioPieces appended = new AudioPieces();

	DefaultTranslationSession(SessionEnvironment environment, TranslationCodec codec, TranslationSpec spec,
			List<TranslationListener> listeners) {
		super(spec.attributes());
		this.spec = spec;
		this.codec = codec;
		this.listeners = new ListenerLane<>(this, Stream.concat(listeners.stream(), spec.listeners().stream()).toList(),
				DefaultTranslationSession::call, environment.errorHandler());
		this.engine = new SessionEngine<>(environment.of(spec), (port) -> new TranslationProtocol(port, spec, codec),
				new Delivery());
	}

	private static void call(TranslationListener listener, TranslationSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof TranslationServerEvent event && json != null) {
			listener.onEvent(session, event, json);
		}
		else if (message instanceof SessionEvent event) {
			listener.onSessionEvent(session, event);
		}
	}

	@Override
	protected ListenerLane<?, ?> listeners() {
		return this.listeners;
	}

	@Override
	protected SessionEngine<TranslationServerEvent, TranslationProtocol> engine() {
		return this.engine;
	}

	@Override
	public @Nullable TranslationSettings settings() {
		return this.engine.protocol().settings();
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return this.spec.feature(type);
	}

	@Override
	public <E extends RealtimeMessage> Runnable on(Class<E> type, Consumer<? super E> listener) {
		return this.listeners.add(TranslationListener.of(type, (session, event) -> listener.accept(event)));
	}

	@Override
	public CompletableFuture<TranslationSession> open() {
		return this.engine.open().thenApply((opened) -> this);
	}

	@Override
	public void send(TranslationClientEvent event) {
		TranslationClientEvent identified = (event.eventId() != null) ? event
				: event.withEventId(this.engine.nextEventId());
		if (identified instanceof SessionClose) {
			close();
		}
		else if (identified instanceof SessionUpdate update) {
			update(update);
		}
		else {
			int audioBytes = (identified instanceof SessionInputAudioBufferAppend append) ? append.audio().size() : 0;
			this.engine.send(OutboundFrame.audio(this.codec.encode(identified), audioBytes));
		}
	}

	@Override
	public CompletableFuture<SessionUpdated> update(TranslationSettings settings) {
		return update(new SessionUpdate(this.engine.nextEventId(), settings));
	}

	private CompletableFuture<SessionUpdated> update(SessionUpdate event) {
		OutboundFrame frame = OutboundFrame.command(event, this.codec.encode(event), this.codec::encode);
		String eventId = String.valueOf(event.eventId());
		return this.engine.locked(() -> this.engine.protocol().update(eventId, frame, () -> this.engine.send(frame)))
			.copy();
	}

	@Override
	public void appendAudio(byte[] audio) {
		append(this.appended.next(audio, AudioPcm.at24kHz()));
	}

	private void append(List<AudioData> pieces) {
		pieces.forEach((piece) -> send(SessionInputAudioBufferAppend.of(piece)));
	}

	@Override
	public CompletableFuture<@Nullable Void> hear(AudioSource source) {
		return new SoundInput(this.engine, AudioPcm::at24kHz, (audio) -> append(AudioPieces.of(audio))).hear(source,
				() -> {
				});
	}

	@Override
	public Runnable onSpeech(Consumer<? super Pcm> listener) {
		SpeechDecoder decoder = new SpeechDecoder();
		return on(SessionOutputAudioDelta.class, (event) -> {
			Long rate = event.sampleRate();
			listener
				.accept(decoder.decode(null, event.delta(), (rate != null) ? new AudioPcm(rate) : AudioPcm.at24kHz()));
		});
	}

	@Override
	public String toString() {
		return "TranslationSession[id=" + id() + ", state=" + state() + "]";
	}

	/**
	 * Tells the listeners.
	 */
	private final class Delivery implements SessionDelivery<TranslationServerEvent> {

		@Override
		public boolean announce(TranslationServerEvent event, String json) {
			TranslationSession session = DefaultTranslationSession.this;
			return DefaultTranslationSession.this.listeners.anyWants((listener) -> listener.wants(session, event));
		}

		@Override
		public void deliver(RealtimeMessage message, @Nullable String json) {
			DefaultTranslationSession.this.listeners.deliver(message, json);
		}

	}

}
