package io.realtime4j.live.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.SessionClosedException;
import org.jspecify.annotations.Nullable;

/**
 * Text that the model shall say about delegated work: sent in pieces, of which those that
 * the server refuses or that were lost are tried again. The server may refuse them for a
 * time, such as while other audio is played, or for ever, such as by an id that it does
 * not know any more: then a few words go in place of them.
 */
final class DelegationAnswer {

	/**
	 * How often it is tried; the time between doubles, from a second on.
	 */
	static final int ATTEMPTS = 6;

	private static final int ATTEMPTS_BY_ID = 2;

	private static final int ATTEMPTS_OF_TEXT = 3;

	private final DelegationContext context;

	private final Sender sender;

	private final @Nullable String inPlace;

	private final Consumer<@Nullable Throwable> then;

	// Guarded by being tried by one thread at a time
	private List<String> pieces;

	private int attempts;

	private @Nullable Throwable replaced;

	/**
	 * Create an answer.
	 * @param context where the delegation is worked on
	 * @param pieces the text in pieces
	 * @param inPlace what goes in place of a text that cannot be sent, or {@code null}
	 * for nothing
	 * @param sender sends a piece
	 * @param then is told of the end, with {@code null} if the text was sent
	 */
	DelegationAnswer(DelegationContext context, List<String> pieces, @Nullable String inPlace, Sender sender,
			Consumer<@Nullable Throwable> then) {
		this.context = context;
		this.pieces = pieces;
		this.inPlace = inPlace;
		this.sender = sender;
		this.then = then;
	}

	void send() {
		if (!this.context.connected().run(this::sendNow, this.inPlace != null)) {
			this.then.accept(new RejectedExecutionException("Too much waits for the connection"));
		}
	}

	private void sendNow() {
		boolean byId = this.attempts++ < ATTEMPTS_BY_ID;
		List<CompletableFuture<@Nullable Throwable>> sent = new ArrayList<>();
		for (String piece : this.pieces) {
			sent.add(attempt(piece, byId));
		}
		CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).thenRun(() -> onSent(sent));
	}

	private CompletableFuture<@Nullable Throwable> attempt(String piece, boolean byId) {
		try {
			return this.sender.send(piece, byId).handle((appended, error) -> cause(error));
		}
		catch (RuntimeException ex) {
			return CompletableFuture.completedFuture(ex);
		}
	}

	// What is not acknowledged in time was sent, and may be said
	private static @Nullable Throwable cause(@Nullable Throwable error) {
		Throwable cause = (error instanceof CompletionException && error.getCause() != null) ? error.getCause() : error;
		return (cause instanceof AnswerTimeoutException) ? null : cause;
	}

	private void onSent(List<CompletableFuture<@Nullable Throwable>> sent) {
		List<String> rest = new ArrayList<>();
		Throwable error = null;
		for (int i = 0; i < sent.size(); i++) {
			Throwable failure = sent.get(i).getNow(null);
			if (failure != null) {
				rest.add(this.pieces.get(i));
				error = (error instanceof SessionClosedException) ? error : failure;
			}
		}
		if (error == null) {
			this.then.accept(this.replaced);
		}
		else if (error instanceof SessionClosedException || this.attempts == ATTEMPTS || !retry(rest, error)) {
			this.then.accept(error);
		}
	}

	private boolean retry(List<String> rest, Throwable error) {
		this.pieces = rest;
		if (this.attempts == ATTEMPTS_OF_TEXT) {
			if (this.inPlace == null) {
				return false;
			}
			this.replaced = error;
			this.pieces = List.of(this.inPlace);
		}
		return this.context.settings().schedule(Duration.ofSeconds(1L << (this.attempts - 1)), this::send) != null;
	}

	/**
	 * Sends a piece of text.
	 */
	@FunctionalInterface
	interface Sender {

		/**
		 * Send a piece.
		 * @param piece the piece
		 * @param byId whether to name the delegation
		 * @return completes when it has reached the model
		 */
		CompletableFuture<?> send(String piece, boolean byId);

	}

}
