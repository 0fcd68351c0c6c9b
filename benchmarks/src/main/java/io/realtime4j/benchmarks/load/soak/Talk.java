package io.realtime4j.benchmarks.load.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import io.realtime4j.benchmarks.load.process.Pause;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;

/**
 * One conversation. A response that fails with a cause is asked for again; the turn
 * itself is never said again.
 */
final class Talk {

	private static final int MAX_PAUSE_MILLIS = 300;

	private static final long PATIENCE_SECONDS = 120;

	private static final int ATTEMPTS = 20;

	private final int number;

	private final RealtimeSession session;

	private final Ledger ledger;

	Talk(int number, RealtimeSession session, Ledger ledger) {
		this.number = number;
		this.session = session;
		this.ledger = ledger;
	}

	/**
	 * Hold the conversation.
	 * @param turns how many turns it has
	 * @param enough whether to come to an end before
	 */
	void hold(int turns, BooleanSupplier enough) {
		try {
			Turn turn = new Turn(this.number, 0);
			for (int i = 1; i <= turns && !enough.getAsBoolean(); i++) {
				turn = new Turn(this.number, i);
				this.ledger.asked(turn);
				say(turn.question(), turn);
				answer();
				Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS)));
			}
			say(Turn.rollCall(turn), turn);
			answer();
			this.session.close();
			CloseCause cause = await(this.session.closed());
			this.ledger.count((cause instanceof ClosedByApplication) ? "Finished" : "EndedOtherwise");
		}
		catch (SessionClosedException ex) {
			this.ledger.count("EndedEarly");
		}
		catch (ExecutionException | TimeoutException ex) {
			this.ledger.count("Stuck");
			this.session.close();
		}
	}

	private void say(String text, Turn turn) {
		UserMessage message = UserMessage.text(text);
		// Half of the conversations leave the ids to the library or the server
		boolean named = this.number % 2 == 0 && !Turn.ofRollCall(text).isPresent();
		this.session.send(ConversationItemCreate.of((named) ? message.withId(turn.itemId()) : message));
	}

	private void answer() throws ExecutionException, TimeoutException {
		for (int i = 0; i < ATTEMPTS; i++) {
			try {
				ResponseDone done = await(this.session.respond());
				if (ResponseStatus.COMPLETED.equals(done.response().status())) {
					return;
				}
				this.ledger.count("NotCompleted");
			}
			catch (ExecutionException ex) {
				if (this.session.closed().isDone() && ex.getCause() instanceof SessionClosedException closed) {
					throw closed;
				}
				this.ledger.count("AskedAgain");
			}
		}
		throw new TimeoutException("No answer after " + ATTEMPTS + " requests");
	}

	private static <T> T await(CompletableFuture<T> future) throws ExecutionException, TimeoutException {
		try {
			return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted during a conversation", ex);
		}
	}

}
