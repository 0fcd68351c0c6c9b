package io.realtime4j.sample.headless;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.Pcm;
import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosedException;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gathers the answer. It is whole when every turn that was spoken has been answered: a
 * pause in the question may make two turns of it.
 */
@Component
@Profile("headless")
class SpokenAnswer {

	private static final int RATE = 24_000;

	private final CompletableFuture<Void> whole = new CompletableFuture<>();

	private final CompletableFuture<Void> written = new CompletableFuture<>();

	private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

	private final List<String> texts = new ArrayList<>();

	private final List<String> heard = new ArrayList<>();

	private String lastError = "";

	private boolean speaking;

	private boolean answerDue;

	private long questionEnd;

	private long firstSound;

	private long answerEnd;

	/**
	 * Return the end of the answer.
	 * @return completes when the answer is whole; fails with {@link UsageException} when
	 * none will come
	 */
	CompletableFuture<Void> whole() {
		return this.whole;
	}

	/**
	 * Return the end of the transcription, which may come after the answer.
	 * @return completes when the server has written down something of the question
	 */
	CompletableFuture<Void> written() {
		return this.written;
	}

	synchronized void questionEnded() {
		this.questionEnd = System.nanoTime();
		this.firstSound = 0;
	}

	synchronized boolean isQuestionHeard() {
		return this.whole.isDone() || (this.questionEnd != 0 && this.answerDue && !this.speaking);
	}

	synchronized void nothingHeard() {
		if (this.answerEnd != 0) {
			this.whole.complete(null);
		}
		else if (!this.answerDue) {
			fail("The server heard nobody speak" + this.lastError);
		}
	}

	synchronized String lastError() {
		return this.lastError;
	}

	synchronized Answer get() {
		return new Answer(words(this.heard), words(this.texts), Pcm.of(RATE, this.audio.toByteArray()),
				sinceQuestion(this.firstSound), sinceQuestion(this.answerEnd));
	}

	@EventListener(InputAudioBufferSpeechStarted.class)
	synchronized void speechStarted() {
		this.speaking = true;
	}

	@EventListener(InputAudioBufferCommitted.class)
	synchronized void turnEnded() {
		this.speaking = false;
		this.answerDue = true;
	}

	@EventListener
	synchronized void on(ConversationItemInputAudioTranscriptionCompleted event) {
		this.heard.add(event.transcript().strip());
		this.written.complete(null);
	}

	@EventListener
	synchronized void on(ResponseOutputAudioDelta event) {
		if (this.firstSound == 0) {
			this.firstSound = System.nanoTime();
		}
		this.audio.writeBytes(event.delta().bytes());
	}

	@EventListener
	synchronized void on(ResponseOutputAudioTranscriptDone event) {
		this.texts.add(event.transcript());
	}

	@EventListener
	synchronized void on(ResponseDone event) {
		Response response = event.response();
		if (ResponseStatus.FAILED.equals(response.status())) {
			fail("The answer failed" + reason(response));
		}
		else if (!ResponseStatus.CANCELLED.equals(response.status()) && !hasCalls(response)) {
			this.answerEnd = System.nanoTime();
			this.answerDue = this.speaking;
			if (this.questionEnd != 0 && !this.speaking) {
				this.whole.complete(null);
			}
		}
	}

	@EventListener
	synchronized void on(ErrorEvent event) {
		this.lastError = ". The server said: " + event.error().message();
	}

	@EventListener
	void on(SessionClosed event) {
		this.whole.completeExceptionally(new SessionClosedException(event.cause()));
	}

	// Whoever takes the words can write them, whatever the server said
	private static String words(List<String> texts) {
		return WellFormedText.of(String.join(" ", texts));
	}

	private void fail(String problem) {
		this.whole.completeExceptionally(new UsageException(problem));
	}

	private Duration sinceQuestion(long time) {
		return Duration.ofNanos(Math.max(0, time - this.questionEnd));
	}

	private static String reason(Response response) {
		RealtimeError error = (response.statusDetails() != null) ? response.statusDetails().error() : null;
		return (error != null) ? ". The server said: " + error.message() : "";
	}

	private static boolean hasCalls(Response response) {
		return response.output() != null && response.output().stream().anyMatch(FunctionCall.class::isInstance);
	}

}
