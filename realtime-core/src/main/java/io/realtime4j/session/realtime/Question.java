package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.realtime4j.audio.AudioData;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.speech.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A question of the application, until the model has said what it has to say: the
 * response that was asked for, and those that follow upon the tools that it called. Not
 * thread-safe: used under the lock of the session.
 */
class Question {

	/**
	 * A model that calls tools again and again shall not fill the memory.
	 */
	private static final int MAX_RESPONSES = 100;

	private final CompletableFuture<Answer> future = new CompletableFuture<>();

	private final List<ResponseDone> responses = new ArrayList<>();

	private final List<AudioData> audio = new ArrayList<>();

	// The ids of calls without an output
	private final Set<String> calls = new HashSet<>();

	private final Questions questions;

	// What is said now: a response that was asked for, or that the server began by itself
	private @Nullable ResponseFuture request;

	private @Nullable String unrequested;

	private @Nullable CompletionStage<?> work;

	private @Nullable AnswerWait wait;

	// Whether the last response calls functions
	private boolean calling;

	private boolean answeredByServer;

	private boolean over;

	Question(Questions questions) {
		this.questions = questions;
	}

	CompletableFuture<Answer> future() {
		return this.future;
	}

	final boolean isOver() {
		return this.over;
	}

	final boolean isFollowing(ResponseFuture other) {
		return other.equals(this.request);
	}

	final boolean isAnswered() {
		return !this.responses.isEmpty();
	}

	final Questions questions() {
		return this.questions;
	}

	/**
	 * Take a response that was asked for as the next part of the answer.
	 */
	final void follow(ResponseFuture next) {
		endWait();
		this.request = next;
		next.watch((done, cause) -> {
			if (this.over || !next.equals(this.request)) {
				return;
			}
			this.request = null;
			if (done != null) {
				onDone(done);
			}
			else if (cause != null) {
				fail(cause);
			}
		});
	}

	/**
	 * Take a request that was made after the last response, if it is to go on with the
	 * answer.
	 */
	final void onRequest(ResponseFuture next, boolean followUp) {
		if (isWaiting() && isAnswered() && this.calls.isEmpty() && (followUp || this.work == null)) {
			// Made for the answer, and wanted as long as that is
			next.ceaseToWant();
			follow(next);
		}
	}

	/**
	 * The server has made an item of what somebody said.
	 */
	void onCommitted() {
	}

	/**
	 * Take a response that the server began by itself, if it is to go on with the answer.
	 */
	void onUnrequested(String responseId) {
		if (isWaiting() && this.wait != null && this.calls.isEmpty()) {
			adopt(responseId);
		}
	}

	final void adopt(String responseId) {
		this.unrequested = responseId;
		await("response.done");
	}

	final boolean isWaiting() {
		return !this.over && this.request == null && this.unrequested == null;
	}

	final void onProgress(String responseId) {
		if (this.wait != null && responseId.equals(this.unrequested)) {
			this.wait.renew();
		}
	}

	final void onUnrequestedDone(String responseId, ResponseDone done) {
		if (!this.over && responseId.equals(this.unrequested)) {
			this.unrequested = null;
			endWait();
			onDone(done);
		}
	}

	void onDone(ResponseDone done) {
		this.responses.add(done);
		this.audio.addAll(this.questions.audioOf(done));
		this.work = null;
		Set<String> made = this.questions.callsOf(done);
		this.calling = !made.isEmpty();
		this.answeredByServer = made.stream().anyMatch(this.questions::isAnsweredByServer);
		this.calls.addAll(made);
		this.calls.removeIf(this.questions::hasOutput);
	}

	final void onOutput(String callId, boolean byServer) {
		this.answeredByServer |= this.calls.remove(callId) && byServer;
	}

	/**
	 * Go on, after whatever happened.
	 */
	void proceed() {
		if (!isWaiting() || !isAnswered()) {
			return;
		}
		ResponseDone last = this.responses.get(this.responses.size() - 1);
		ResponseOutcome outcome = last.outcome();
		if (outcome instanceof ResponseOutcome.Cancelled || outcome instanceof ResponseOutcome.Failed
				|| this.responses.size() == MAX_RESPONSES) {
			complete();
			return;
		}
		String id = last.response().id();
		if (this.work == null && id != null) {
			this.work = this.questions.work(id);
			if (this.work != null) {
				this.work.whenComplete((nothing, ex) -> this.questions.locked(this::proceed));
				return;
			}
		}
		boolean worked = this.work != null && this.work.toCompletableFuture().isDone();
		if (this.work != null && !worked) {
			return;
		}
		if (!this.calls.isEmpty() || this.answeredByServer || (!worked && this.calling)) {
			awaitContinuation();
		}
		else {
			complete();
		}
	}

	// The application answers the calls itself, or the server does
	private void awaitContinuation() {
		if (this.wait == null) {
			await("response.created");
		}
	}

	final void await(String awaited) {
		endWait();
		Duration timeout = this.questions.port().timeouts().response();
		this.wait = this.questions.port()
			.await(timeout, () -> onTimeout(new AnswerTimedOut(awaited, timeout, null,
					(this.unrequested != null) ? this.unrequested : lastId())));
	}

	private @Nullable String lastId() {
		return isAnswered() ? this.responses.get(this.responses.size() - 1).response().id() : null;
	}

	private void onTimeout(AnswerTimedOut timedOut) {
		this.wait = null;
		if (isAnswered() && this.calls.isEmpty() && this.unrequested == null) {
			// All calls have their outputs: there is nothing more to say
			complete();
			return;
		}
		fail(new AnswerTimeoutException(timedOut));
		this.questions.port().tell(timedOut);
	}

	final void endWait() {
		if (this.wait != null) {
			this.wait.end();
			this.wait = null;
		}
	}

	final void complete() {
		List<ResponseDone> all = List.copyOf(this.responses);
		end();
		this.questions.port().complete(() -> {
			AudioFormat format = this.questions.format();
			this.future.complete(new Answer(all, AnswerAudio.join(this.audio, format), format));
		});
	}

	final void fail(Throwable cause) {
		if (this.over) {
			return;
		}
		end();
		this.questions.port().complete(() -> this.future.completeExceptionally(cause));
	}

	private void end() {
		this.over = true;
		endWait();
		this.questions.remove(this);
	}

	/**
	 * The server is gone, and with it what it had begun by itself.
	 */
	final void onLost(Throwable cause) {
		if (!this.over && this.unrequested != null) {
			fail(cause);
		}
	}

	/**
	 * Nobody waits for the answer any more.
	 * @param cancelled whether nobody wants it either
	 */
	void abandon(boolean cancelled) {
		if (this.over) {
			return;
		}
		end();
		if (!cancelled) {
			return;
		}
		if (this.request != null) {
			this.questions.cancel(this.request);
		}
		else if (this.unrequested != null) {
			this.questions.cancel(this.unrequested);
		}
		else if (lastId() != null) {
			this.questions.onCancelled(String.valueOf(lastId()));
		}
	}

}
