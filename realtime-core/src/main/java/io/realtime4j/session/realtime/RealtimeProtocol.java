package io.realtime4j.session.realtime;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.completion.EventCompletion;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.event.server.TranscriptionSessionUpdated;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.ResponseFailed;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.engine.AcknowledgedSettings;
import io.realtime4j.session.engine.ErrorSubject;
import io.realtime4j.session.engine.Opening;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.PendingUpdates;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.session.engine.SessionProtocol;
import org.jspecify.annotations.Nullable;

/**
 * The {@code realtime} protocol and the state of one session in it: settings,
 * conversation, and what is asked of the server.
 */
final class RealtimeProtocol implements SessionProtocol<ServerEvent> {

	private final UnacknowledgedCommands commands;

	private final UnsettledItems unsettled;

	private final RestoredHistory restored = new RestoredHistory();

	private final SpeechCuts cuts;

	private final UncommittedAudio uncommitted;

	private final SpokenTurns turns;

	private final VoiceChangeGuard voice = new VoiceChangeGuard();

	private final AudioRetention retention;

	private final Resumption resumption;

	private final LeftOutSettings leftOut;

	private final RealtimeEndpoint endpoint;

	private final SessionPort port;

	private final SessionSpec spec;

	private final RealtimeCodec codec;

	private final AcknowledgedSettings acknowledged;

	private final ResponseSequencer responses;

	private final PendingUpdates<SessionUpdated> updates;

	private volatile @Nullable SessionSettings settings;

	private final SessionHistory history;

	private final EventCompletion completion;

	private final Questions questions;

	RealtimeProtocol(SessionPort port, SessionSpec spec, RealtimeEndpoint endpoint, RealtimeCodec codec,
			Interceptors interceptors) {
		this.port = port;
		this.endpoint = endpoint;
		this.leftOut = new LeftOutSettings(endpoint);
		this.leftOut.check(spec.settings());
		this.resumption = new Resumption(endpoint.provider().resumeParameter());
		this.spec = spec;
		this.codec = codec;
		this.turns = new SpokenTurns(port);
		this.commands = new UnacknowledgedCommands(port);
		this.history = new SessionHistory(spec, port, this::sendPromised);
		this.cuts = new SpeechCuts(port, this.history, this.resumption::isPossible);
		this.unsettled = new UnsettledItems(port, this.history, this.cuts);
		this.uncommitted = new UncommittedAudio(spec.settings());
		this.retention = new AudioRetention(this.commands, this.uncommitted, this.turns, this::bytesOf);
		this.responses = new ResponseSequencer(port, this::sendPromised, this.turns);
		this.questions = new Questions(port, this.responses, this.turns, interceptors, this::settings);
		this.updates = new PendingUpdates<>(port, this.commands::onUpdate);
		this.completion = new EventCompletion(this.responses.running()::isBeside, this::created);
		this.acknowledged = new AcknowledgedSettings(SettingsUpdate.text(spec, codec));
	}

	@Nullable SessionSettings settings() {
		return this.settings;
	}

	Conversation conversation() {
		return this.history.conversation();
	}

	@Override
	public long heldSize() {
		return conversation().estimatedSize() + this.commands.size();
	}

	/**
	 * Drop what repeats the settings, and refuse what the provider does not support.
	 */
	SessionUpdate withoutRepetition(SessionUpdate update) {
		this.leftOut.check(update.session());
		return this.voice.withoutRepetition(update, this.settings);
	}

	CompletableFuture<SessionUpdated> update(String eventId, OutboundFrame frame, Runnable send) {
		return this.updates.add(eventId, frame, send);
	}

	Questions questions() {
		return this.questions;
	}

	ResponseSequencer responses() {
		return this.responses;
	}

	boolean isResponseAwaited() {
		return this.responses.isAwaited() || this.turns.isAnswerDue();
	}

	/**
	 * Return whether the server would accept a commit of the input buffer.
	 */
	boolean isWorthCommitting() {
		return this.uncommitted.isWorthCommitting();
	}

	/**
	 * Return whether the server is to be told of an event.
	 */
	boolean isToSend(ClientEvent event) {
		return this.cuts.onSend(event);
	}

	void onSend(ClientEvent event) {
		this.uncommitted.onSend(event);
		this.questions.onSend(event);
	}

	private void sendPromised(ClientEvent event) {
		this.port.sendPromised(OutboundFrame.command(event, this.codec.encode(event), this.codec::encode));
	}

	@Override
	public URI uri(URI baseUrl) {
		return SessionAddress.of(baseUrl, this.spec, this.endpoint.provider().modelParameter(baseUrl),
				this.resumption.parameters());
	}

	@Override
	public Map<String, String> headers() {
		return this.endpoint.provider().headers(this.endpoint.dialect());
	}

	@Override
	public ServerEvent decode(String text) {
		return this.codec.decodeServerEvent(text);
	}

	@Override
	public @Nullable RealtimeError error(ServerEvent event) {
		return (event instanceof ErrorEvent error) ? error.error() : null;
	}

	@Override
	public Opening<ServerEvent> opening(boolean again) {
		String eventId = this.port.nextEventId();
		RestoredItems history = this.restored.begin(this.history.toRestore(again), this.completion.isAnnouncing(),
				this.port::nextEventId, this.codec::encode);
		this.resumption.begin();
		return new OpeningSequence(eventId, this.acknowledged.update(eventId), this.spec.isSideband(), history,
				this.resumption.isAskedFor() ? this.resumption : null);
	}

	@Override
	public List<ServerEvent> complete(ServerEvent event) {
		return this.completion.complete(this.cuts.complete(event));
	}

	private List<Item> created() {
		return Stream.concat(this.restored.awaited().stream(), this.commands.items().stream()).toList();
	}

	@Override
	public @Nullable SessionEvent onEvent(ServerEvent event, boolean opening) {
		if (event instanceof SessionCreated created) {
			this.settings = created.session();
		}
		else if (event instanceof SessionUpdated updated) {
			this.settings = updated.session();
		}
		this.resumption.onEvent(event, opening);
		if (!this.restored.isToldBy(event) && !this.resumption.isReplayed(event, opening)
				&& !this.cuts.settles(event)) {
			this.history.apply(this.resumption.placed(event));
		}
		this.responses.onEvent(event);
		this.questions.onEvent(event);
		this.unsettled.onEvent(event);
		this.uncommitted.onEvent(event);
		this.voice.onEvent(event);
		String asked = (opening && event instanceof SessionUpdated) ? this.acknowledged.update("") : null;
		if (!opening) {
			this.commands.onEvent(event);
			this.retention.onEvent(event);
			asked = onAnswer(event);
		}
		return news(event, asked);
	}

	@Override
	public void afterEvent() {
		this.history.trim();
		this.questions.proceed();
		this.responses.proceed();
	}

	private @Nullable SessionEvent news(ServerEvent event, @Nullable String asked) {
		if (event instanceof ResponseDone done && done.outcome().isFailure()) {
			return new ResponseFailed(done, done.outcome());
		}
		return (event instanceof SessionUpdated && asked != null)
				? this.leftOut.compare(asked, this.codec.encode(event)) : null;
	}

	// Take an answer, and return the change of settings that it acknowledges
	private @Nullable String onAnswer(ServerEvent event) {
		if (event instanceof SessionUpdated updated) {
			PendingUpdates.Update<SessionUpdated> taken = this.updates.acknowledge(updated);
			if (taken != null) {
				this.commands.onUpdate(taken.eventId());
				this.acknowledged.acknowledge(taken.text());
				return taken.text();
			}
		}
		else if (event instanceof TranscriptionSessionUpdated) {
			OutboundFrame taken = this.commands.takeTranscriptionUpdate();
			if (taken != null) {
				this.acknowledged.acknowledge(taken.text());
			}
		}
		else if (event instanceof ErrorEvent error) {
			onError(error.error());
		}
		return null;
	}

	// An error that does not say what it is about is about the only thing that is awaited
	private void onError(RealtimeError error) {
		boolean sole = this.updates.size() + this.responses.awaitedAnswers() == 1 && !this.turns.isAnswerAwaited()
				&& ErrorSubject.isOpen(error);
		this.responses.onError(error, sole);
		PendingUpdates.Update<SessionUpdated> refused = this.updates.refuse(error, sole);
		if (refused != null) {
			this.commands.onUpdate(refused.eventId());
		}
	}

	@Override
	public boolean isHeard(ServerEvent event) {
		return !(event instanceof ErrorEvent error) || !ResponseSequencer.OWN_CANCELS.isTooLate(error);
	}

	@Override
	public List<OutboundFrame> onOpened(boolean again) {
		if (!again) {
			return List.of();
		}
		this.history.restored();
		this.cuts.onOpened();
		this.restored.complete();
		this.retention.onReconnect();
		return this.commands.takeAll();
	}

	@Override
	public long lostAudio() {
		return this.retention.lost();
	}

	@Override
	public SessionOpened opened() {
		return new SessionOpened(this.settings);
	}

	@Override
	public void onSending(OutboundFrame frame) {
		this.commands.add(frame);
		this.retention.onSending(frame, this.port.bufferedAudio());
		if (frame.command() instanceof SessionUpdate update) {
			this.updates.onSending(String.valueOf(update.eventId()));
		}
		else if (frame.command() instanceof ClientEvent event) {
			this.responses.onSending(event);
			this.cuts.onSending(event);
		}
	}

	@Override
	public void onLost(CloseCause cause, Predicate<String> waiting) {
		this.commands.onLost();
		this.updates.onLost();
		this.unsettled.onLost();
		// Whoever asked for a response may ask again, and must not hear it doubled
		this.history.abandoned(this.responses.onLost(cause, waiting));
		this.questions.onLost(cause);
	}

	@Override
	public void onClosing() {
		this.responses.stop();
	}

	@Override
	public @Nullable String closingText() {
		ResponseCancel cancel = this.responses.closingText();
		return (cancel != null) ? this.codec.encode(cancel.withEventId(this.port.nextEventId())) : null;
	}

	@Override
	public boolean isReadyToClose() {
		return !this.responses.isRunning();
	}

	@Override
	public void onClosed(SessionClosedException failure) {
		this.commands.onLost();
		this.unsettled.onClosed();
		this.responses.fail(failure);
		this.questions.fail(failure);
		this.updates.fail(failure);
	}

	@Override
	public boolean isRecoverable(boolean openedBefore) {
		// A call that cannot be attached to is over, but it outlives a connection to it
		return openedBefore || (!this.spec.isSideband() && !this.spec.failFast());
	}

	@Override
	public boolean isIdle() {
		return !this.responses.isRunning() && this.responses.waiting() == 0 && !this.turns.isUnderWay()
				&& this.commands.isEmpty() && this.updates.isEmpty() && !this.uncommitted.isWorthCommitting();
	}

	@Override
	public @Nullable Instant expiresAt() {
		return SessionExpiry.of(this.settings);
	}

	@Override
	public Duration durationOf(long bytes) {
		return Duration.ofMillis(AudioFormats.millis(bytes, inputFormat()));
	}

	@Override
	public long bytesOf(Duration duration) {
		return AudioFormats.bytes(duration.toMillis(), inputFormat());
	}

	private @Nullable AudioFormat inputFormat() {
		return (this.settings != null) ? SessionFormats.input(this.settings) : null;
	}

}
