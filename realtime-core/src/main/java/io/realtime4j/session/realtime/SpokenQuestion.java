package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.AnswerTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A question that is spoken. Where the server detects turns, a pause may make several of
 * it: the answer is that to all of them. Not thread-safe: used under the lock of the
 * session.
 */
final class SpokenQuestion extends Question {

	private final CompletableFuture<@Nullable Void> turnEnded = new CompletableFuture<>();

	private boolean listening = true;

	private boolean committed;

	SpokenQuestion(Questions questions) {
		super(questions);
		future().whenComplete((answer, ex) -> this.turnEnded.complete(null));
	}

	/**
	 * Return what completes when the server has heard the end of the question.
	 */
	CompletableFuture<@Nullable Void> turnEnded() {
		return this.turnEnded;
	}

	/**
	 * All was said. Return whether the server needs silence to hear the end.
	 */
	boolean heard() {
		this.listening = false;
		boolean ended = !questions().detectsTurns() || (this.committed && !questions().turns().isSpeaking());
		if (isOver()) {
			return false;
		}
		if (ended) {
			onTurnEnded();
			proceed();
		}
		else {
			await("input_audio_buffer.committed");
		}
		return !ended;
	}

	@Override
	void onCommitted() {
		this.committed = true;
		if (!this.listening) {
			onTurnEnded();
		}
	}

	private void onTurnEnded() {
		this.turnEnded.complete(null);
		if (!isWaiting() || isAnswered()) {
			return;
		}
		if (questions().answersTurns()) {
			await("response.created");
		}
		else {
			follow(questions().respond());
		}
	}

	/**
	 * It was silent for long enough: fail if the server has heard nobody speak.
	 * @param silence how long it was silent
	 */
	void nothingHeard(Duration silence) {
		if (isWaiting() && !isAnswered() && !this.committed && !questions().turns().isUnderWay()) {
			fail(new AnswerTimeoutException(
					new AnswerTimedOut("input_audio_buffer.speech_started", silence, null, null)));
		}
	}

	@Override
	void onUnrequested(String responseId) {
		if (isWaiting()) {
			adopt(responseId);
		}
	}

	@Override
	void onDone(ResponseDone done) {
		boolean goesOn = this.listening || questions().turns().isUnderWay();
		if (goesOn && done.outcome() instanceof ResponseOutcome.Cancelled) {
			// The question went on after a pause, and so does the answer
			if (!this.listening) {
				await("response.created");
			}
			return;
		}
		super.onDone(done);
	}

	@Override
	void proceed() {
		if (!this.listening && !questions().turns().isUnderWay()) {
			super.proceed();
		}
	}

}
