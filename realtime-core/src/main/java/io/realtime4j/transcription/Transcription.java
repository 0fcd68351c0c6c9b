package io.realtime4j.transcription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.speech.Transcript;

/**
 * One source, from the opening of its session to the transcript of the last turn.
 */
final class Transcription {

	/**
	 * By which the service knows that the last turn has ended.
	 */
	private static final Duration SILENCE = Duration.ofSeconds(2);

	private final CompletableFuture<Transcript> future = new CompletableFuture<>();

	private final TranscriptBuilder transcript = new TranscriptBuilder();

	private final AudioSource source;

	private boolean received;

	Transcription(AudioSource source) {
		this.source = source;
	}

	CompletableFuture<Transcript> begin(RealtimeClient client, SessionSpec.Builder spec) {
		RealtimeSession session = client
			.open(spec.listener(RealtimeListener.of(RealtimeMessage.class, (of, event) -> onEvent(event))).build());
		CompletableFuture<?> heard = session.hear(this.source);
		this.future.whenComplete((done, ex) -> {
			heard.cancel(false);
			session.close();
		});
		heard.thenCompose((nothing) -> silence(session))
			// An acknowledgement comes behind all that came before it
			.thenCompose((nothing) -> session.update(TranscriptionSessionSettings.builder().build())
				.handle((updated, ex) -> null))
			.whenComplete((nothing, ex) -> {
				if (ex != null) {
					fail(ex);
				}
				else {
					onReceived();
				}
			});
		return this.future;
	}

	private static CompletableFuture<?> silence(RealtimeSession session) {
		SessionSettings settings = session.settings();
		boolean detected = settings == null || TurnTaking.of(settings).detects();
		return detected ? session.hear(AudioSource.silence(SILENCE).atOnce()) : CompletableFuture.completedFuture(null);
	}

	private void fail(Throwable error) {
		this.future.completeExceptionally(
				(error instanceof CompletionException && error.getCause() != null) ? error.getCause() : error);
	}

	private synchronized void onReceived() {
		this.received = true;
		proceed();
	}

	private synchronized void onEvent(RealtimeMessage event) {
		this.transcript.onEvent(event);
		if (event instanceof SessionClosed closed) {
			this.future.completeExceptionally(new SessionClosedException(closed.cause()));
		}
		proceed();
	}

	private void proceed() {
		if (this.received && this.transcript.isWhole()) {
			this.future.complete(this.transcript.build());
		}
	}

}
