package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.InputAudioBufferClear;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.SpeechDecoder;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.ClosedByPolicy;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.engine.AudioPieces;
import io.realtime4j.session.engine.EngineSession;
import io.realtime4j.session.engine.ListenerLane;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.ReceivedAnswer;
import io.realtime4j.session.engine.SessionEngine;
import io.realtime4j.session.engine.SessionEnvironment;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.speech.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Default implementation of {@link RealtimeSession}.
 */
final class DefaultRealtimeSession extends EngineSession<ServerEvent, RealtimeProtocol> implements RealtimeSession {

	private final RealtimeCodec codec;

	private final SessionEnvironment environment;

	private final SessionSpec spec;

	private final SessionParticipants participants;

	private final ListenerLane<RealtimeSession, RealtimeListener> listeners;

	private final AudioPieces appended = new AudioPieces();

	// One at a time, also when the end is still being told while it begins anew
	private final ReentrantLock delivering = new ReentrantLock();

	private volatile SessionEngine<ServerEvent, RealtimeProtocol> engine;

	private volatile Interceptors interceptors;

	DefaultRealtimeSession(SessionEnvironment environment, RealtimeCodec codec, SessionSpec spec,
			SessionParticipants participants) {
		super(spec.attributes());
		this.codec = codec;
		SessionLimits limits = spec.limits();
		this.environment = ((limits != null) ? environment.withLimits(limits) : environment).of(spec);
		this.spec = spec;
		this.participants = participants;
		this.listeners = new ListenerLane<>(this,
				Stream.concat(participants.listeners().stream(), spec.listeners().stream()).toList(),
				RealtimeDelivery::call, environment.errorHandler());
		this.interceptors = interceptors(null);
		this.engine = engine(this.interceptors);
		begin();
	}

	private SessionEngine<ServerEvent, RealtimeProtocol> engine(Interceptors interceptors) {
		return new SessionEngine<>(this.environment,
				(port) -> new RealtimeProtocol(port, this.spec, this.environment.endpoint(), this.codec, interceptors),
				new RealtimeDelivery(this, this.listeners, interceptors, this.delivering));
	}

	private void begin() {
		this.interceptors.attach();
		if (this.spec.greeting() != null && this.spec.conversation() == null) {
			ResponseCreate greeting = new ResponseCreate(this.engine.nextEventId(), this.spec.greeting().response());
			this.engine.protocol().questions().request(asWritten(greeting, this.codec.encode(greeting)), false);
		}
	}

	private Interceptors interceptors(@Nullable Interceptors former) {
		return new Interceptors(this, this.participants.interceptors(), this.spec.interceptors(),
				this.environment.errorHandler(), former);
	}

	@Override
	public void renew() {
		SessionEngine<ServerEvent, RealtimeProtocol> ended = this.engine;
		ended.run(() -> {
			if (ended.equals(this.engine) && ended.state() == SessionState.CLOSED) {
				this.interceptors = interceptors(this.interceptors);
				this.engine = engine(this.interceptors);
				begin();
				this.participants.sessions().add(this);
			}
		});
	}

	@Override
	protected ListenerLane<?, ?> listeners() {
		return this.listeners;
	}

	@Override
	protected SessionEngine<ServerEvent, RealtimeProtocol> engine() {
		return this.engine;
	}

	@Override
	public @Nullable SessionSettings settings() {
		return this.engine.protocol().settings();
	}

	@Override
	public Conversation conversation() {
		return this.engine.protocol().conversation();
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		if (type == SessionPort.class) {
			return type.cast(this.engine.port());
		}
		if (type == ReceivedAnswer.Source.class) {
			return type.cast(this.engine.protocol().questions().times());
		}
		T given = this.spec.feature(type);
		return (given != null) ? given : this.interceptors.feature(type);
	}

	@Override
	public <E extends RealtimeMessage> Runnable on(Class<E> type, Consumer<? super E> listener) {
		return this.listeners.add(RealtimeListener.of(type, (session, event) -> listener.accept(event)));
	}

	@Override
	public CompletableFuture<RealtimeSession> open() {
		return this.engine.open().thenApply((opened) -> this);
	}

	@Override
	public void send(ClientEvent event) {
		ClientEvent identified = (event.eventId() != null) ? event : event.withEventId(this.engine.nextEventId());
		if (identified instanceof ResponseCreate request) {
			request(request);
		}
		else if (identified instanceof SessionUpdate update) {
			update(update);
		}
		else if (identified instanceof InputAudioBufferAppend append) {
			send(append, OutboundFrame.audio(this.codec.encode(append), append.audio().size(),
					this.environment.clock().millis()));
		}
		else {
			if (identified instanceof InputAudioBufferCommit || identified instanceof InputAudioBufferClear) {
				this.appended.clear();
			}
			ClientEvent command = (identified instanceof ConversationItemCreate create) ? ItemIds.identified(create)
					: identified;
			String text = this.codec.encode(command);
			ClientEvent written = asWritten(command, text);
			send(written, OutboundFrame.command(written, text, this.codec::encode));
		}
	}

	// The server answers what it was sent, in which replacements may stand for parts of
	// the text
	@SuppressWarnings("unchecked")
	private <E extends ClientEvent> E asWritten(E event, String text) {
		if (text.indexOf(WellFormedText.REPLACEMENT) < 0) {
			return event;
		}
		ClientEvent written = this.codec.decodeClientEvent(text);
		return event.getClass().isInstance(written) ? (E) written : event;
	}

	private void send(ClientEvent event, OutboundFrame frame) {
		this.engine.run(() -> {
			if (this.engine.state() == SessionState.CLOSED || this.engine.protocol().isToSend(event)) {
				this.engine.send(frame);
				this.engine.protocol().onSend(event);
			}
		});
	}

	@Override
	public CompletableFuture<SessionUpdated> update(SessionSettings settings) {
		return update(new SessionUpdate(this.engine.nextEventId(), settings));
	}

	private CompletableFuture<SessionUpdated> update(SessionUpdate event) {
		return this.engine.locked(() -> {
			SessionUpdate asked = this.engine.protocol().withoutRepetition(event);
			String text = this.codec.encode(asked);
			SessionUpdate change = asWritten(asked, text);
			OutboundFrame frame = OutboundFrame.command(change, text, this.codec::encode);
			return this.engine.protocol()
				.update(String.valueOf(change.eventId()), frame, () -> this.engine.send(frame));
		}).copy();
	}

	@Override
	public CompletableFuture<ResponseDone> respond() {
		return request(new ResponseCreate(this.engine.nextEventId(), null));
	}

	@Override
	public CompletableFuture<ResponseDone> respond(ResponseSettings settings) {
		return request(new ResponseCreate(this.engine.nextEventId(), settings));
	}

	@Override
	public CompletableFuture<ResponseDone> followUp() {
		return request(new ResponseCreate(this.engine.nextEventId(), null), true);
	}

	private CompletableFuture<ResponseDone> request(ResponseCreate event) {
		return request(event, false);
	}

	private CompletableFuture<ResponseDone> request(ResponseCreate event, boolean followUp) {
		return requested(event, (written) -> this.engine.protocol().questions().respond(written, followUp));
	}

	@Override
	public CompletableFuture<Answer> ask(String text) {
		return this.engine.locked(() -> {
			sendText(text);
			return requested(new ResponseCreate(this.engine.nextEventId(), null),
					this.engine.protocol().questions()::ask);
		});
	}

	@Override
	public CompletableFuture<Answer> ask(AudioSource source) {
		return ears().ask(source);
	}

	@Override
	public CompletableFuture<@Nullable Void> hear(AudioSource source) {
		return ears().hear(source);
	}

	private SessionEars ears() {
		return new SessionEars(this, this.engine, (audio) -> append(AudioPieces.of(audio)));
	}

	@Override
	public Runnable onSpeech(Consumer<? super Pcm> listener) {
		SpeechDecoder decoder = new SpeechDecoder();
		return on(ResponseOutputAudioDelta.class, (event) -> {
			SessionSettings settings = settings();
			listener.accept(decoder.decode(event.itemId() + "/" + event.contentIndex(), event.delta(),
					(settings != null) ? SessionFormats.output(settings) : null));
		});
	}

	private <T> T requested(ResponseCreate event, Function<ResponseCreate, T> request) {
		// Fail here rather than on a network thread when the dialect cannot say it
		ResponseCreate written = asWritten(event, this.codec.encode(event));
		return this.engine.locked(() -> {
			this.engine.requireRoom(this.engine.protocol().responses().waiting());
			return request.apply(written);
		});
	}

	@Override
	public void cancelResponse() {
		ResponseCancel cancel = this.engine.locked(() -> this.engine.protocol().responses().cancel());
		if (cancel != null) {
			send(cancel);
		}
	}

	@Override
	public void interrupt() {
		boolean cancelled = this.engine
			.locked(() -> this.interceptors.onInterrupt(this.engine.protocol().isResponseAwaited()));
		if (!cancelled) {
			cancelResponse();
		}
	}

	@Override
	public void commitAudio() {
		this.engine.run(() -> {
			if (this.engine.protocol().isWorthCommitting()) {
				send(InputAudioBufferCommit.of());
			}
		});
	}

	@Override
	public void appendAudio(byte[] audio) {
		append(this.appended.next(audio, inputFormat()));
	}

	private void append(List<AudioData> pieces) {
		pieces.forEach((piece) -> send(InputAudioBufferAppend.of(piece)));
	}

	private @Nullable AudioFormat inputFormat() {
		SessionSettings told = settings();
		SessionSettings settings = (told != null) ? told : this.spec.settings();
		return (settings != null) ? SessionFormats.input(settings) : null;
	}

	@Override
	public void closeAfterResponse(ClosedByPolicy cause, Duration patience) {
		this.engine.close(cause, patience.isNegative() ? Duration.ZERO : patience);
	}

	@Override
	public String toString() {
		return "RealtimeSession[id=" + id() + ", state=" + state() + "]";
	}

}
