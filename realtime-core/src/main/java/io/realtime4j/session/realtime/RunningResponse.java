package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.function.Function;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.conversation.completion.MadeIds;
import io.realtime4j.event.server.ServerEvent;
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

	private final AnswerWait wait;

	private boolean cancelled;

	RunningResponse(@Nullable String id, @Nullable ResponseRequest request, Duration timeout,
			Function<RunningResponse, AnswerWait> wait) {
		this.id = id;
		this.request = request;
		this.timeout = timeout;
		if (request != null) {
			request.endWait();
		}
		this.wait = wait.apply(this);
	}

	/**
	 * Return the id, or {@code null} if the server does not send it.
	 */
	@Nullable String id() {
		return this.id;
	}

	/**
	 * Return the request that it answers, or {@code null} if there was none.
	 */
	@Nullable ResponseRequest request() {
		return this.request;
	}

	/**
	 * Remove and return the request, which it turns out not to answer.
	 */
	@Nullable ResponseRequest takeRequest() {
		ResponseRequest taken = this.request;
		this.request = null;
		return taken;
	}

	boolean isOfConversation() {
		return this.request == null || !this.request.isOutOfBand();
	}

	/**
	 * Return the event for a response that the server does not continue in time.
	 */
	AnswerTimedOut timedOut() {
		return new AnswerTimedOut("response.done", this.timeout, (this.request != null) ? this.request.id() : null,
				this.id);
	}

	void renew() {
		this.wait.renew();
	}

	/**
	 * Note that the server continues it.
	 */
	void onPart(ServerEvent event) {
		renew();
		String itemId = (this.request != null) ? ResponseIds.itemId(event) : null;
		if (itemId != null && this.request != null) {
			this.request.noteItem(itemId);
		}
	}

	void end() {
		this.wait.end();
	}

	/**
	 * Cancel it, so that the server has only to end it. Return whether it was not
	 * cancelled before.
	 */
	boolean cancel(Duration acknowledgement) {
		boolean first = !this.cancelled;
		this.cancelled = true;
		if (first && acknowledgement.compareTo(this.timeout) < 0) {
			this.timeout = acknowledgement;
			this.wait.restart(acknowledgement);
		}
		return first;
	}

	/**
	 * Return whether it is not cancelled yet, and can be: the server takes a cancel
	 * without an id for the response of the conversation.
	 */
	boolean mayBeCancelled() {
		return !this.cancelled && (isOfConversation() || MadeIds.toSend(this.id) != null);
	}

}
