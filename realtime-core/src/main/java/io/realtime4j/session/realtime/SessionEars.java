package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.engine.SessionEngine;
import io.realtime4j.session.engine.SoundInput;
import io.realtime4j.speech.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a session what it is to hear.
 */
final class SessionEars {

	/**
	 * By which a server knows that somebody has finished.
	 */
	private static final Duration SILENCE = Duration.ofSeconds(10);

	private final RealtimeSession session;

	private final SessionEngine<ServerEvent, RealtimeProtocol> engine;

	private final SoundInput input;

	SessionEars(RealtimeSession session, SessionEngine<ServerEvent, RealtimeProtocol> engine, Consumer<byte[]> append) {
		this.session = session;
		this.engine = engine;
		this.input = new SoundInput(engine, () -> {
			SessionSettings settings = session.settings();
			return (settings != null) ? SessionFormats.input(settings) : null;
		}, append);
	}

	CompletableFuture<@Nullable Void> hear(AudioSource source) {
		return this.input.hear(source, this.session::commitAudio);
	}

	CompletableFuture<Answer> ask(AudioSource source) {
		SpokenQuestion question = this.engine.locked(() -> this.engine.protocol().questions().listen());
		CompletableFuture<@Nullable Void> heard = hear(source);
		question.future().whenComplete((answer, ex) -> {
			if (heard.cancel(false)) {
				forget();
			}
		});
		heard.whenComplete((nothing, ex) -> {
			if (ex != null) {
				this.engine.run(() -> question.fail(ex));
			}
			else if (this.engine.locked(question::heard)) {
				silence(question);
			}
		});
		return question.future();
	}

	private void silence(SpokenQuestion question) {
		CompletableFuture<@Nullable Void> silence = this.input.hear(AudioSource.silence(SILENCE), () -> {
		});
		question.turnEnded().thenRun(() -> silence.cancel(false));
		silence.thenRun(() -> this.engine.run(() -> question.nothingHeard(SILENCE)));
	}

	// What was said of a question that nobody wants answered
	private void forget() {
		try {
			this.session.clearAudio();
		}
		catch (SessionClosedException ex) {
			// It is forgotten with the session
		}
	}

}
