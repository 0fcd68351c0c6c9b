package io.realtime4j.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.conversation.completion.OwnCancels;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.OutputAudioBufferClear;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.ConversationItemDeleted;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.OutputAudioBufferCleared;
import io.realtime4j.event.server.OutputAudioBufferStarted;
import io.realtime4j.event.server.OutputAudioBufferStopped;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to play and what an interruption takes: it says what has to be done, and
 * does nothing itself. The speech of the model comes faster than it is played, so that
 * when somebody begins to speak the server has to forget what nobody heard: an item that
 * is being heard is cut where the sink is, one of which nothing was heard is deleted, and
 * one that was played to its end stays.
 * <p>
 * Not thread-safe.
 */
final class PlaybackControl {

	private static final OwnCancels CANCELS = new OwnCancels("interrupt_");

	private final RunningResponses responses = new RunningResponses();

	private final SpokenParts parts;

	private AudioFormat format = AudioPcm.at24kHz();

	private TurnTaking turns = TurnTaking.DEFAULT;

	// The response whose speech the server plays by itself
	private @Nullable String playedByServer;

	/**
	 * Create a control.
	 * @param position tells how far speech was played
	 * @param patience how long after its end speech counts as not played, if the sink has
	 * never reported that anything was
	 * @param nanoTime tells the time in ns
	 */
	PlaybackControl(PlayedPosition position, Duration patience, LongSupplier nanoTime) {
		this.parts = new SpokenParts(new PatientPosition(position, nanoTime, patience));
	}

	/**
	 * Handle an event of the server.
	 * @param event the event
	 * @return what has to be done
	 */
	Reaction onEvent(ServerEvent event) {
		String responseId = ResponseIds.responseId(event);
		if (responseId != null) {
			return this.responses.isCancelled(responseId) ? refuse(event) : onPart(event, responseId);
		}
		if (event instanceof ResponseCreated created) {
			return onCreated(created.response());
		}
		if (event instanceof InputAudioBufferSpeechStarted) {
			return onSpeech();
		}
		if (event instanceof ErrorEvent error) {
			return onError(error);
		}
		note(event);
		return Reaction.NONE;
	}

	/**
	 * Interrupt the model: what runs is cancelled and what is to be heard is cut.
	 * @param responseAwaited whether the server is about to create a response, which is
	 * cancelled when it does
	 * @return what has to be done
	 */
	Reaction interrupt(boolean responseAwaited) {
		if (responseAwaited) {
			this.responses.refuseNext(true);
		}
		boolean audible = this.parts.isAudible();
		List<ClientEvent> events = new ArrayList<>();
		this.responses.cancel(this.parts::isSpoken).forEach((id) -> events.add(CANCELS.cancel(id)));
		boolean cancelled = !events.isEmpty();
		events.addAll(this.parts.interrupt());
		if (this.playedByServer != null) {
			events.add(OutputAudioBufferClear.of());
		}
		return new Reaction(audible || cancelled, events, null, true);
	}

	/**
	 * Keep audio until it is played, so that {@link #cut} can take one response out of
	 * several.
	 */
	void keepUnplayed() {
		this.parts.keepUnplayed();
	}

	/**
	 * Take one response out: it is cancelled if it runs, and cut if something of it is
	 * still to be heard. What other responses say is still heard, if
	 * {@link #keepUnplayed()} was called before it came.
	 * @param responseId the id of the response
	 * @return what has to be done
	 */
	Cut cut(String responseId) {
		List<ClientEvent> events = new ArrayList<>();
		if (this.responses.cancel(responseId)) {
			events.add(CANCELS.cancel(responseId));
		}
		boolean audible = this.parts.isAudible(responseId);
		events.addAll(this.parts.cut(responseId));
		if (responseId.equals(this.playedByServer)) {
			events.add(OutputAudioBufferClear.of());
		}
		return new Cut(audible, audible ? this.parts.unplayed() : List.of(), events);
	}

	/**
	 * The connection was lost and another one took its place: nothing runs there, and
	 * what was said before is known to it as text.
	 */
	void onReconnect() {
		this.responses.reset();
		this.parts.onReconnect();
		this.playedByServer = null;
	}

	/**
	 * The session has given up waiting for a response.
	 * @param responseId the id of the response, or {@code null} if it has not begun
	 */
	void onGivenUp(@Nullable String responseId) {
		if (responseId != null) {
			onDone(responseId);
		}
		else {
			// The next one is another
			this.responses.refuseNext(false);
		}
	}

	/**
	 * Return how long a sink that has never reported anything may take to do so.
	 * @return the time from now on, or {@code null} if no report is awaited
	 */
	@Nullable Duration untilReportIsDue() {
		return this.parts.untilReportIsDue();
	}

	/**
	 * Return whether the sink has never reported that anything was played.
	 * @return whether a report is missing
	 */
	boolean isReportMissing() {
		return this.parts.isReportMissing();
	}

	private Reaction onPart(ServerEvent event, String responseId) {
		PartKey speech = ResponseParts.speech(event);
		if (speech == null) {
			return Reaction.NONE;
		}
		this.parts.begin(speech, responseId);
		if (!(event instanceof ResponseOutputAudioDelta delta)) {
			return Reaction.NONE;
		}
		AudioChunk chunk = new AudioChunk(speech.itemId(), speech.contentIndex(), delta.delta(), this.format);
		this.parts.add(speech, chunk);
		return Reaction.play(chunk);
	}

	private Reaction refuse(ServerEvent event) {
		PartKey speech = ResponseParts.speech(event);
		return (speech != null) ? Reaction.send(this.parts.forget(speech.itemId()), false) : Reaction.UNHEARD;
	}

	private Reaction onCreated(Response response) {
		return (this.responses.onCreated(response) && response.id() != null)
				? Reaction.send(List.of(CANCELS.cancel(response.id())), true) : Reaction.NONE;
	}

	private Reaction onSpeech() {
		// Whoever speaks again has not been answered yet, and will be
		this.responses.refuseNext(false);
		return this.turns.interrupts() ? interrupt(false) : Reaction.NONE;
	}

	// The server may have cancelled or ended the response already
	private Reaction onError(ErrorEvent event) {
		this.responses.refuseNext(false);
		return CANCELS.isTooLate(event) ? Reaction.UNHEARD : Reaction.NONE;
	}

	private void note(ServerEvent event) {
		if (event instanceof ConversationItemAdded added) {
			onItem(added.item());
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item());
		}
		else if (event instanceof ConversationItemDeleted deleted && deleted.itemId() != null) {
			this.parts.onItemGone(deleted.itemId());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done.response().id());
		}
		else if (event instanceof SessionCreated created) {
			onSettings(created.session());
		}
		else if (event instanceof SessionUpdated updated) {
			onSettings(updated.session());
		}
		else {
			noteServerPlayback(event);
		}
	}

	private void noteServerPlayback(ServerEvent event) {
		if (event instanceof OutputAudioBufferStarted started) {
			this.playedByServer = started.responseId();
		}
		else if (event instanceof OutputAudioBufferStopped || event instanceof OutputAudioBufferCleared) {
			this.playedByServer = null;
		}
	}

	private void onItem(Item item) {
		if (item instanceof AssistantMessage && item.id() != null) {
			this.parts.onItem(item.id());
		}
	}

	private void onDone(@Nullable String responseId) {
		if (responseId != null) {
			this.responses.onDone(responseId);
			this.parts.onDone(responseId);
		}
	}

	private void onSettings(SessionSettings settings) {
		AudioFormat told = SessionFormats.output(settings);
		this.format = (told != null) ? told : this.format;
		this.turns = TurnTaking.of(settings);
	}

}
