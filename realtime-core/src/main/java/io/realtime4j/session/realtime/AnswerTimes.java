package io.realtime4j.session.realtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.McpApprovalRequest;
import io.realtime4j.model.item.McpCall;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.session.engine.ReceivedAnswer;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.speech.AnswerLatency;
import io.realtime4j.speech.TurnEnd;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long answers take to begin. A turn ends by speech, a commit or a request;
 * its answer is the first audio of the response to it, or of a response that follows upon
 * its calls of tools. Not thread-safe: the session calls it under its lock.
 */
final class AnswerTimes implements ReceivedAnswer.Source {

	private final SessionPort port;

	private final RunningResponses responses;

	private final SpokenTurns turns;

	private @Nullable Turn turn;

	private @Nullable ReceivedAnswer received;

	/**
	 * Create an instance.
	 * @param port tells the time and the listeners
	 * @param responses knows which responses stand beside the conversation
	 * @param turns knows when speech has ended, and who answers it
	 */
	AnswerTimes(SessionPort port, RunningResponses responses, SpokenTurns turns) {
		this.port = port;
		this.responses = responses;
		this.turns = turns;
	}

	void onSend(ClientEvent event) {
		if (event instanceof InputAudioBufferCommit && (this.turn == null || this.turn.begun())) {
			this.turn = new Turn(TurnEnd.COMMIT, this.port.clock().instant(), null);
		}
	}

	/**
	 * Note a request of the conversation, which may be for the answer to what was spoken.
	 */
	void onRequest() {
		boolean spoken = this.turn != null && !this.turn.begun() && (this.turn.end() == TurnEnd.COMMIT
				|| (this.turn.end() == TurnEnd.SPEECH && !this.turns.isAnswered()));
		if (!spoken) {
			this.turn = new Turn(TurnEnd.REQUEST, this.port.clock().instant(), null);
		}
	}

	void onEvent(ServerEvent event) {
		if (event instanceof InputAudioBufferSpeechStarted) {
			this.turn = null;
		}
		else if (event instanceof InputAudioBufferSpeechStopped) {
			onSpeech();
		}
		else if (this.turn != null) {
			onResponse(event, this.turn);
		}
	}

	private void onSpeech() {
		Instant now = this.port.clock().instant();
		Instant spoken = this.turns.endOfSpeech();
		this.turn = new Turn(TurnEnd.SPEECH, now, (spoken != null) ? between(spoken, now) : null);
	}

	private void onResponse(ServerEvent event, Turn turn) {
		if (event instanceof ResponseCreated created) {
			onCreated(created.response().id(), turn);
		}
		else if (event instanceof ResponseOutputItemAdded added && turn.isAnsweredBy(added.responseId())) {
			turn.onItem(added.item());
		}
		else if (event instanceof ResponseOutputAudioDelta delta && turn.isAnsweredBy(delta.responseId())) {
			onAudio(delta, turn);
		}
		else if (event instanceof ResponseDone done && turn.isAnsweredBy(done.response().id())
				&& turn.isOver(done.outcome())) {
			this.turn = null;
		}
	}

	private void onCreated(@Nullable String responseId, Turn turn) {
		if (responseId == null || !this.responses.isBeside(responseId)) {
			turn.begin(responseId);
		}
	}

	private void onAudio(ResponseOutputAudioDelta delta, Turn turn) {
		Instant now = this.port.clock().instant();
		this.turn = null;
		this.received = new ReceivedAnswer(delta.responseId(), delta.itemId(), delta.contentIndex(),
				new AnswerLatency(turn.end(), turn.detection(), between(turn.at(), now), null), now);
	}

	@Override
	public @Nullable ReceivedAnswer take() {
		ReceivedAnswer taken = this.received;
		this.received = null;
		return taken;
	}

	/**
	 * Tell of an answer that nobody plays.
	 */
	void proceed() {
		ReceivedAnswer answer = take();
		if (answer != null) {
			this.port.tell(answer.started(null));
		}
	}

	/**
	 * Forget the turn: what was asked over the lost connection is not answered.
	 */
	void onLost() {
		this.turn = null;
	}

	// The time of day may be set back
	private static Duration between(Instant start, Instant end) {
		return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
	}

	/**
	 * A turn whose answer is waited for.
	 */
	private static final class Turn {

		private final TurnEnd end;

		private final Instant at;

		private final @Nullable Duration detection;

		private @Nullable String responseId;

		private boolean begun;

		private boolean working;

		Turn(TurnEnd end, Instant at, @Nullable Duration detection) {
			this.end = end;
			this.at = at;
			this.detection = detection;
		}

		TurnEnd end() {
			return this.end;
		}

		Instant at() {
			return this.at;
		}

		@Nullable Duration detection() {
			return this.detection;
		}

		boolean begun() {
			return this.begun;
		}

		void begin(@Nullable String responseId) {
			this.responseId = responseId;
			this.begun = true;
			this.working = false;
		}

		// Not every server says for which response something is
		boolean isAnsweredBy(@Nullable String id) {
			return this.begun && (id == null || this.responseId == null || Objects.equals(id, this.responseId));
		}

		void onItem(Item item) {
			this.working |= item instanceof FunctionCall || item instanceof McpCall
					|| item instanceof McpApprovalRequest;
		}

		/**
		 * Return whether a response ends without another one that follows.
		 */
		boolean isOver(ResponseOutcome outcome) {
			return !this.working || !outcome.isCompleted();
		}

	}

}
