package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseConversation;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.engine.AnswerWait;
import io.realtime4j.session.engine.SessionPort;
import org.jspecify.annotations.Nullable;

/**
 * A request for a response, on its way.
 */
final class ResponseRequest {

	/**
	 * No response has more items than a handful.
	 */
	private static final int MAX_ITEMS = 1000;

	/**
	 * The name in the metadata of a response under which its request is known again.
	 */
	private static final String METADATA_KEY = "client_event_id";

	private static final int MAX_METADATA = 16;

	private final ResponseCreate event;

	private final Map<String, String> metadata;

	private final boolean plain;

	private final boolean retried;

	private final ResponseFuture future;

	private final Set<String> items = new LinkedHashSet<>();

	private boolean doneSeen;

	private boolean guessed;

	private boolean cancelled;

	private @Nullable AnswerWait wait;

	private ResponseRequest(ResponseCreate event, Map<String, String> metadata, boolean plain, ResponseFuture future,
			boolean retried) {
		this.event = event;
		this.metadata = metadata;
		this.plain = plain;
		this.future = future;
		this.retried = retried;
	}

	static ResponseRequest of(ResponseCreate event) {
		ResponseSettings settings = (event.response() != null) ? event.response() : ResponseSettings.builder().build();
		Map<String, String> metadata = new LinkedHashMap<>();
		if (settings.metadata() != null) {
			metadata.putAll(settings.metadata());
		}
		if (metadata.size() < MAX_METADATA) {
			metadata.putIfAbsent(METADATA_KEY, Objects.requireNonNull(event.eventId(), "'eventId' must not be null"));
		}
		ResponseCreate marked = new ResponseCreate(event.eventId(), settings.toBuilder().metadata(metadata).build());
		return new ResponseRequest(marked, metadata, event.response() == null, new ResponseFuture(), false);
	}

	/**
	 * Return the id of the request that a response names.
	 */
	static @Nullable String idIn(Response response) {
		return (response.metadata() != null) ? response.metadata().get(METADATA_KEY) : null;
	}

	ResponseRequest retry() {
		endWait();
		return new ResponseRequest(this.event, this.metadata, this.plain, this.future, true);
	}

	boolean mayRetry() {
		return !this.retried;
	}

	/**
	 * Return whether a response repeats the metadata of this request.
	 */
	boolean isRepeatedBy(Response response) {
		return response.metadata() != null && response.metadata().entrySet().containsAll(this.metadata.entrySet());
	}

	void end(SessionPort port, ResponseDone done) {
		endWait();
		this.future.end(port, done);
	}

	void fail(SessionPort port, Throwable cause) {
		endWait();
		this.future.fail(port, cause);
	}

	/**
	 * Note that nobody wants the response any more, which may begin all the same.
	 */
	void cancel() {
		this.cancelled = true;
	}

	boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Wait for the server to begin, now that the request was handed to the network.
	 */
	void await(AnswerWait newWait) {
		endWait();
		this.wait = newWait;
	}

	void renewWait() {
		if (this.wait != null) {
			this.wait.renew();
		}
	}

	void endWait() {
		if (this.wait != null) {
			this.wait.end();
		}
	}

	/**
	 * Note that a response of the conversation ended after this request was sent.
	 */
	void noteDone() {
		this.doneSeen = true;
	}

	boolean isDoneSeen() {
		return this.doneSeen;
	}

	/**
	 * Note that only the order of events tells which response answers this request.
	 */
	void noteGuessed() {
		this.guessed = true;
	}

	boolean isGuessed() {
		return this.guessed;
	}

	/**
	 * Note an item of the response.
	 */
	void noteItem(String itemId) {
		if (this.items.size() < MAX_ITEMS) {
			this.items.add(itemId);
		}
	}

	Set<String> items() {
		return this.items;
	}

	/**
	 * Return the event for a response that the server does not begin in time.
	 */
	AnswerTimedOut notBegun(Duration timeout) {
		return new AnswerTimedOut("response.created", timeout, id(), null);
	}

	String id() {
		return Objects.requireNonNull(this.event.eventId(), "'eventId' must not be null");
	}

	ResponseCreate event() {
		return this.event;
	}

	ResponseFuture future() {
		return this.future;
	}

	/**
	 * Return whether the request overrides no setting of the session.
	 */
	boolean isPlain() {
		return this.plain;
	}

	boolean isOutOfBand() {
		return isOutOfBand(this.event);
	}

	static boolean isOutOfBand(ResponseCreate event) {
		return event.response() != null && ResponseConversation.NONE.equals(event.response().conversation());
	}

}
