package io.realtime4j.session.realtime;

import java.time.Duration;

import io.realtime4j.event.server.ResponseOutputItemAdded;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.Item;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.engine.AnswerWait;
import org.jspecify.annotations.Nullable;

/**
 * A response that runs at the server, whoever asked for it. Not thread-safe: used under
 * the lock of the session.
 */
final class RunningResponse {

	private final @Nullable String id;

	private @Nullable ResponseRequest request;

	private Duration timeout;

	private @Nullable AnswerWait wait;

	private boolean cancelled;

	RunningResponse(@Nullable String id, @Nullable ResponseRequest request, Duration timeout) {
		this.id = id;
		this.request = request;
		this.timeout = timeout;
	}

	// The id, or null if the server does not tell it
	@Nullable String id() {
		return this.id;
	}

	// The request that it answers, or null if nobody asked
	@Nullable ResponseRequest request() {
		return this.request;
	}

	// Return the request, which it turns out not to answer
	@Nullable ResponseRequest takeRequest() {
		ResponseRequest taken = this.request;
		this.request = null;
		return taken;
	}

	boolean isOfConversation() {
		return this.request == null || !this.request.isOutOfBand();
	}

	// How long it may make no progress
	Duration timeout() {
		return this.timeout;
	}

	// What listeners are told when the server does not go on with it
	AnswerTimedOut timedOut() {
		return new AnswerTimedOut("response.done", this.timeout, (this.request != null) ? this.request.id() : null,
				this.id);
	}

	void begin(AnswerWait newWait) {
		this.wait = newWait;
	}

	void renew() {
		if (this.wait != null) {
			this.wait.renew();
		}
	}

	// The server goes on with it
	void onPart(ServerEvent event) {
		renew();
		Item item = (event instanceof ResponseOutputItemAdded added) ? added.item()
				: (event instanceof ResponseOutputItemDone done) ? done.item() : null;
		if (item != null && item.id() != null && this.request != null) {
			this.request.noteItem(item.id());
		}
	}

	void end() {
		if (this.wait != null) {
			this.wait.end();
		}
	}

	// It was cancelled, and has only to be ended by the server. Return whether it was not
	// before
	boolean cancel(Duration acknowledgement) {
		boolean first = !this.cancelled;
		this.cancelled = true;
		if (first && acknowledgement.compareTo(this.timeout) < 0 && this.wait != null) {
			this.timeout = acknowledgement;
			this.wait.restart(acknowledgement);
		}
		return first;
	}

	boolean isCancelled() {
		return this.cancelled;
	}

}
