package io.realtime4j.live.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import io.realtime4j.conversation.Conversation;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionClose;
import io.realtime4j.live.event.client.SessionInputAudioMute;
import io.realtime4j.live.event.client.SessionInputAudioUnmute;
import io.realtime4j.live.event.client.SessionInstructionsAppend;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.event.client.SessionThinkingAppend;
import io.realtime4j.live.event.server.ErrorEvent;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionClosed;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionOutputTranscriptDelta;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.event.server.SessionUpdated;
import io.realtime4j.live.event.server.SessionUsageUpdated;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.session.CloseReason;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionLostException;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.engine.AcknowledgedSettings;
import io.realtime4j.session.engine.Opening;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.session.engine.SessionProtocol;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.EndpointUris;
import org.jspecify.annotations.Nullable;

/**
 * The {@code live} protocol and the state of one session in it.
 */
final class LiveProtocol implements SessionProtocol<LiveServerEvent> {

	private static final int NORMAL_CLOSURE = 1000;

	private final SessionPort port;

	private final LiveSpec spec;

	private final LiveCodec codec;

	private final LiveAudioTime audioTime;

	private final AcknowledgedSettings acknowledged;

	private final LiveRequests requests;

	private final LiveWords words;

	private final LiveWork work;

	private final LiveHistory history;

	private final LiveTurns turns;

	private final LiveSilence silence;

	private final LiveSeconds seconds = new LiveSeconds();

	private volatile @Nullable LiveSettings settings;

	private List<LiveRequests.Request> again = List.of();

	private @Nullable ConnectionEnd end;

	private boolean muted;

	private boolean closing;

	private boolean farewellSaid;

	private boolean parted;

	private boolean over;

	LiveProtocol(SessionPort port, LiveSpec spec, LiveCodec codec, BooleanSupplier busy, Runnable hangUp) {
		this.port = port;
		this.spec = spec;
		this.codec = codec;
		this.audioTime = new LiveAudioTime(spec.settings());
		this.work = new LiveWork(this.audioTime, busy);
		LivePast past = LivePast.of(spec.conversation());
		this.words = new LiveWords(spec.settings().input(), past);
		this.history = new LiveHistory(past, spec.history(), port::tell);
		this.turns = new LiveTurns(past, this.history, spec.history());
		this.acknowledged = new AcknowledgedSettings(codec.encode(SessionStart.of(spec.settings())));
		this.requests = new LiveRequests(port);
		this.settings = (spec.settings().model() != null && spec.isAttached()) ? spec.settings() : null;
		this.silence = new LiveSilence(port, spec.hangUpAfter(), this.work::isUnderWay, hangUp);
	}

	@Nullable LiveSettings settings() {
		return this.settings;
	}

	LiveUsage usage() {
		return this.seconds.usage();
	}

	boolean isWorking() {
		return this.work.isUnderWay();
	}

	List<InitialItem> words() {
		return this.words.items();
	}

	LiveTurns turns() {
		return this.turns;
	}

	Conversation conversation() {
		return this.history.conversation();
	}

	/**
	 * Note what the user wrote.
	 */
	void write(String text) {
		this.work.onWords();
		this.silence.onWords();
		this.words.write(text);
		this.turns.write(text);
	}

	<A extends LiveServerEvent> CompletableFuture<A> request(LiveClientEvent event, OutboundFrame frame,
			Class<A> answer, Runnable send) {
		return this.requests.add(event, frame, answer, send);
	}

	@Override
	public URI uri(URI baseUrl) {
		String id = this.spec.attachedTo();
		String attachment = (id != null) ? "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/attach" : "";
		return EndpointUris.besides(baseUrl, "/live/sessions" + attachment);
	}

	@Override
	public Map<String, String> headers() {
		return Map.of();
	}

	@Override
	public LiveServerEvent decode(String text) {
		return this.codec.decodeServerEvent(text);
	}

	@Override
	public @Nullable RealtimeError error(LiveServerEvent event) {
		return (event instanceof ErrorEvent error) ? LiveErrors.of(error) : null;
	}

	@Override
	public Opening<LiveServerEvent> opening(boolean again) {
		if (this.spec.isAttached()) {
			return new LiveAttachment();
		}
		String start = String.valueOf(this.acknowledged.update(this.port.nextEventId()));
		List<InitialItem> said = this.words.items();
		boolean told = !said.isEmpty() && (again || this.spec.conversation() != null);
		if (told && this.codec.decodeClientEvent(start) instanceof SessionStart event) {
			LiveSettings settings = event.session().toBuilder().input(said).build();
			return new LiveOpening(this.codec.encode(new SessionStart(event.eventId(), settings)), said.size());
		}
		return new LiveOpening(start, 0);
	}

	@Override
	public @Nullable SessionEvent onEvent(LiveServerEvent event, boolean opening) {
		if (event instanceof SessionStarted started) {
			onStarted(started);
		}
		else if (event instanceof SessionOutputAudioDelta delta) {
			onAudio(delta);
		}
		else if (event instanceof SessionInputTranscriptDelta delta) {
			hear(LiveRole.USER, delta.delta(), delta.startMs(), delta.endMs());
		}
		else if (event instanceof SessionOutputTranscriptDelta delta) {
			hear(LiveRole.ASSISTANT, delta.delta(), delta.startMs(), delta.endMs());
		}
		else if (event instanceof SessionUsageUpdated usage) {
			this.seconds.update(usage.usage());
		}
		else if (event instanceof ErrorEvent error) {
			onError(LiveErrors.of(error), opening);
		}
		else if (event instanceof SessionClosed closed) {
			onSaidClosed(closed);
		}
		else {
			this.work.onEvent(event);
			onAnswer(event);
		}
		return null;
	}

	private void onStarted(SessionStarted started) {
		this.settings = started.session();
		if (!this.spec.isAttached()) {
			this.seconds.begin();
			this.turns.begin();
		}
	}

	private void onAudio(SessionOutputAudioDelta event) {
		this.work.onAudio(event.delta().size());
		this.turns.pass(durationOf(event.delta().size()).toMillis(), event.endMs());
	}

	private void hear(LiveRole role, String delta, @Nullable Long startMs, @Nullable Long endMs) {
		this.work.onWords();
		this.silence.onWords();
		this.words.hear(role, delta);
		this.turns.hear(role, delta, startMs, endMs);
	}

	private void onError(RealtimeError error, boolean opening) {
		if (opening) {
			return;
		}
		this.requests.refuse(error);
		if (LiveErrors.isFatal(error)) {
			this.over = true;
			this.end = new Closed(NORMAL_CLOSURE, String.valueOf(error.code()));
		}
	}

	private void onSaidClosed(SessionClosed closed) {
		this.parted = true;
		this.turns.endAll();
		if (closed.usage() != null) {
			this.seconds.update(closed.usage());
		}
		if (closed.session() != null) {
			this.settings = closed.session();
		}
		CloseReason reason = closed.reason();
		String said = (reason != null) ? "session.closed (" + reason.value() + ")" : "session.closed";
		this.over = this.spec.isAttached()
				|| (!CloseReason.EXPIRED.equals(reason) && !CloseReason.CONNECTION_LOST.equals(reason));
		this.end = this.over ? new Closed(NORMAL_CLOSURE, said) : new ConnectionLost(said);
	}

	private void onAnswer(LiveServerEvent event) {
		if (event instanceof SessionUpdated updated) {
			this.settings = updated.session();
		}
		LiveRequests.Request answered = this.requests.answer(event);
		if (answered == null) {
			return;
		}
		if (answered.isUpdate()) {
			this.acknowledged.acknowledge(answered.frame().text());
		}
		else if (answered.event() instanceof SessionInstructionsAppend append) {
			this.words.tell(append.content());
		}
		else if (answered.event() instanceof SessionThinkingAppend append) {
			this.words.tell(append.content());
		}
	}

	// The server may leave the connection to this side
	@Override
	public void afterEvent() {
		ConnectionEnd ended = this.end;
		this.end = null;
		if (ended != null && !this.closing) {
			this.parted = false;
			this.port.leave(ended);
		}
	}

	@Override
	public List<OutboundFrame> onOpened(boolean again) {
		this.silence.begin();
		List<OutboundFrame> frames = new ArrayList<>();
		if (!again && this.spec.greeting() != null && this.spec.conversation() == null) {
			frames.add(this.requests.greeting(this.spec.greeting(), this.codec));
		}
		if (again && this.muted && !this.spec.isAttached()) {
			SessionInputAudioMute mute = SessionInputAudioMute.of().withEventId(this.port.nextEventId());
			frames.add(OutboundFrame.command(mute, this.codec.encode(mute), this.codec::encode));
		}
		this.again.forEach((request) -> frames.add(request.frame()));
		this.again = List.of();
		return frames;
	}

	@Override
	public SessionOpened opened() {
		return new SessionOpened(null);
	}

	@Override
	public void onSending(OutboundFrame frame) {
		if (frame.command() instanceof LiveClientEvent event && event.eventId() != null) {
			this.requests.onSending(event.eventId());
			this.work.onSending(event);
			if (event instanceof SessionInputAudioMute || event instanceof SessionInputAudioUnmute) {
				this.muted = event instanceof SessionInputAudioMute;
			}
		}
	}

	@Override
	public void onLost(CloseCause cause, Predicate<String> waiting) {
		this.again = this.requests.onLost(new ConnectionLostException(cause), waiting);
		this.work.onLost();
		this.turns.endAll();
		this.silence.end();
	}

	@Override
	public void onClosing() {
		this.closing = true;
		this.silence.end();
	}

	@Override
	public @Nullable String closingText() {
		if (this.farewellSaid || isReadyToClose()) {
			return null;
		}
		this.farewellSaid = true;
		return this.codec.encode(SessionClose.of().withEventId(this.port.nextEventId()));
	}

	@Override
	public boolean isReadyToClose() {
		return this.parted || this.spec.isAttached();
	}

	@Override
	public void onClosed(SessionClosedException failure) {
		this.silence.end();
		this.turns.endAll();
		this.requests.fail(failure);
	}

	@Override
	public boolean isRecoverable(boolean openedBefore) {
		return !this.over;
	}

	@Override
	public boolean isIdle() {
		return !this.spec.isAttached() && this.requests.isEmpty() && this.work.isIdle();
	}

	@Override
	public @Nullable Instant expiresAt() {
		LiveSettings current = this.settings;
		Long seconds = (current != null) ? current.expiresAt() : null;
		return (seconds != null) ? Instant.ofEpochSecond(seconds) : null;
	}

	@Override
	public long heldSize() {
		return conversation().estimatedSize() + this.turns.heldSize();
	}

	@Override
	public Duration durationOf(long bytes) {
		return this.audioTime.durationOf(bytes);
	}

	@Override
	public long bytesOf(Duration duration) {
		return this.audioTime.bytesOf(duration);
	}

}
