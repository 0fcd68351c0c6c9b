package io.realtime4j.live.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionClose;
import io.realtime4j.live.event.client.SessionCommentaryAppend;
import io.realtime4j.live.event.client.SessionInputAudioAppend;
import io.realtime4j.live.event.client.SessionInputAudioMute;
import io.realtime4j.live.event.client.SessionInputAudioUnmute;
import io.realtime4j.live.event.client.SessionInstructionsAppend;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.event.client.SessionThinkingAppend;
import io.realtime4j.live.event.client.SessionUpdate;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.event.server.SessionInstructionsAppended;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionThinkingAppended;
import io.realtime4j.live.event.server.SessionUpdated;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.LiveFormats;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.SpeechDecoder;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.engine.AudioPieces;
import io.realtime4j.session.engine.EngineSession;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionDelivery;
import io.realtime4j.session.engine.SessionEngine;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.session.engine.SoundInput;
import org.jspecify.annotations.Nullable;

/**
 * Default implementation of {@link LiveSession}.
 */
final class DefaultLiveSession extends EngineSession<LiveServerEvent, LiveProtocol> implements LiveSession {

	private final LiveSpec spec;

	private final LiveCodec codec;

	private final ListenerLane<LiveSession, LiveListener> listeners;

	private final SessionEngine<LiveServerEvent, LiveProtocol> engine;

	private final LiveInterceptors interceptors;

	private final AudioPieces appended = new AudioPieces();

	DefaultLiveSession(SessionEnvironment environment, LiveCodec codec, LiveSpec spec, List<LiveListener> listeners,
			List<LiveInterceptor.Factory> interceptors) {
		super(spec.attributes());
		this.spec = spec;
		this.codec = codec;
		this.listeners = new ListenerLane<>(this, Stream.concat(listeners.stream(), spec.listeners().stream()).toList(),
				DefaultLiveSession::call, environment.errorHandler());
		this.interceptors = new LiveInterceptors(this, environment.errorHandler());
		SessionLimits limits = spec.limits();
		this.engine = new SessionEngine<>(((limits != null) ? environment.withLimits(limits) : environment).of(spec),
				(port) -> new LiveProtocol(port, spec, codec, this.interceptors::isBusy, this::hangUp), new Delivery());
		this.interceptors.attach(Stream.concat(interceptors.stream(), spec.interceptors().stream()).toList());
	}

	private void hangUp() {
		Duration silence = this.spec.hangUpAfter();
		if (silence != null) {
			this.engine.close(new ClosedForSilence(silence), Duration.ZERO);
		}
	}

	private static void call(LiveListener listener, LiveSession session, RealtimeMessage message,
			@Nullable String json) {
		if (message instanceof LiveServerEvent event && json != null) {
			listener.onEvent(session, event, json);
		}
		else if (message instanceof SessionEvent event) {
			listener.onSessionEvent(session, event);
		}
		else {
			listener.onOtherEvent(session, message);
		}
	}

	@Override
	protected ListenerLane<?, ?> listeners() {
		return this.listeners;
	}

	@Override
	protected SessionEngine<LiveServerEvent, LiveProtocol> engine() {
		return this.engine;
	}

	@Override
	public @Nullable LiveSettings settings() {
		return this.engine.protocol().settings();
	}

	@Override
	public LiveUsage usage() {
		return this.engine.protocol().usage();
	}

	@Override
	public boolean isWorking() {
		return this.engine.locked(() -> this.engine.protocol().isWorking());
	}

	@Override
	public List<InitialItem> words() {
		return this.engine.locked(() -> this.engine.protocol().words());
	}

	@Override
	public List<LiveTurn> turns() {
		return this.engine.protocol().turns().ended();
	}

	@Override
	public List<LiveTurn> turnsUntil(@Nullable Long offsetMs) {
		return this.engine.locked(() -> this.engine.protocol().turns().until(offsetMs));
	}

	@Override
	public Conversation conversation() {
		return this.engine.protocol().conversation();
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		T feature = this.interceptors.feature(type);
		return (feature != null) ? feature : this.spec.feature(type);
	}

	@Override
	public <E extends RealtimeMessage> Runnable on(Class<E> type, Consumer<? super E> listener) {
		return this.listeners.add(LiveListener.of(type, (session, event) -> listener.accept(event)));
	}

	@Override
	public CompletableFuture<LiveSession> open() {
		return this.engine.open().thenApply((opened) -> this);
	}

	@Override
	public void send(LiveClientEvent event) {
		if (event instanceof SessionStart) {
			throw new IllegalArgumentException("The session says session.start by itself");
		}
		LiveClientEvent identified = (event.eventId() != null) ? event : event.withEventId(this.engine.nextEventId());
		if (identified instanceof SessionClose && !this.spec.isAttached()) {
			close();
		}
		else if (identified instanceof SessionInputAudioAppend append) {
			requireStarted();
			this.engine.send(OutboundFrame.audio(this.codec.encode(append), append.audio().size()));
		}
		else if (LiveRequests.isAcknowledged(identified)) {
			request(identified, LiveServerEvent.class);
		}
		else {
			this.engine.send(OutboundFrame.command(identified, this.codec.encode(identified), this.codec::encode));
		}
	}

	private void requireStarted() {
		if (this.spec.isAttached()) {
			throw new IllegalStateException("A session that is attached to another one sends no audio");
		}
	}

	private <A extends LiveServerEvent> CompletableFuture<A> request(LiveClientEvent event, Class<A> answer) {
		OutboundFrame frame = OutboundFrame.command(event, this.codec.encode(event), this.codec::encode);
		return this.engine
			.locked(() -> this.engine.protocol().request(event, frame, answer, () -> this.engine.send(frame)))
			.copy();
	}

	@Override
	public CompletableFuture<SessionUpdated> update(LiveSettings settings) {
		return request(new SessionUpdate(this.engine.nextEventId(), settings.asUpdate()), SessionUpdated.class);
	}

	@Override
	public void appendAudio(byte[] audio) {
		append(this.appended.next(audio, format()));
	}

	private void append(List<AudioData> pieces) {
		pieces.forEach((piece) -> send(SessionInputAudioAppend.of(piece)));
	}

	@Override
	public CompletableFuture<@Nullable Void> hear(AudioSource source) {
		return new SoundInput(this.engine, this::format, (audio) -> append(AudioPieces.of(audio))).hear(source, () -> {
		});
	}

	@Override
	public Runnable onSpeech(Consumer<? super Pcm> listener) {
		SpeechDecoder decoder = new SpeechDecoder();
		return on(SessionOutputAudioDelta.class,
				(event) -> listener.accept(decoder.decode(null, event.delta(), format())));
	}

	private @Nullable AudioFormat format() {
		return LiveFormats.of(this.spec.settings());
	}

	@Override
	public void mute() {
		send(SessionInputAudioMute.of());
	}

	@Override
	public void unmute() {
		send(SessionInputAudioUnmute.of());
	}

	@Override
	public CompletableFuture<SessionCommentaryAppended> say(String text, @Nullable String delegationId) {
		return request(new SessionCommentaryAppend(this.engine.nextEventId(), text, delegationId),
				SessionCommentaryAppended.class);
	}

	@Override
	public CompletableFuture<SessionCommentaryAppended> sendText(String text) {
		String told = WrittenText.tell(text);
		return this.engine.locked(() -> {
			this.engine.requireRoom(0);
			this.engine.protocol().write(text.strip());
			return say(told);
		});
	}

	@Override
	public CompletableFuture<SessionThinkingAppended> think(String text, @Nullable String delegationId) {
		return request(new SessionThinkingAppend(this.engine.nextEventId(), text, delegationId),
				SessionThinkingAppended.class);
	}

	@Override
	public CompletableFuture<SessionInstructionsAppended> instruct(String text) {
		return request(new SessionInstructionsAppend(this.engine.nextEventId(), text, null),
				SessionInstructionsAppended.class);
	}

	@Override
	public String toString() {
		return "LiveSession[id=" + id() + ", state=" + state() + "]";
	}

	/**
	 * Tells the listeners.
	 */
	private final class Delivery implements SessionDelivery<LiveServerEvent> {

		@Override
		public boolean intercept(LiveServerEvent event) {
			DefaultLiveSession.this.interceptors.onEvent(event);
			return true;
		}

		@Override
		public void intercept(SessionEvent event) {
			DefaultLiveSession.this.interceptors.onSessionEvent(event);
		}

		@Override
		public boolean announce(LiveServerEvent event, String json) {
			LiveSession session = DefaultLiveSession.this;
			return DefaultLiveSession.this.listeners.anyWants((listener) -> listener.wants(session, event));
		}

		@Override
		public void deliver(RealtimeMessage message, @Nullable String json) {
			DefaultLiveSession.this.listeners.deliver(message, json);
		}

	}

}
