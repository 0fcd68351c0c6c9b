package io.realtime4j.session.realtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.conversation.completion.MadeIds;
import io.realtime4j.conversation.completion.OwnCancels;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ResponseCancel;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.model.response.Response;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionLostException;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a {@code response.create} may go and which response belongs to which
 * request. In the conversation one response runs at a time: a request waits for the end
 * of the one before it, whoever asked for that. Requests outside the conversation go at
 * once. What the server does not begin, or does not go on with, is given up after a time.
 * <p>
 * A request is known again by its metadata, which the server repeats. Not thread-safe:
 * the session calls it under its lock.
 */
final class ResponseSequencer {

	private static final int REMEMBERED = 64;

	static final OwnCancels OWN_CANCELS = new OwnCancels("unanswered_");

	private final Deque<ResponseRequest> waiting = new ArrayDeque<>(1);

	private final SentRequests sent;

	private final RunningResponses running = new RunningResponses();

	// Requests and responses that were given up: what is said of them comes too late
	private final RecentIds abandoned = new RecentIds(REMEMBERED);

	private final SentCancels cancels = new SentCancels();

	private final SessionPort port;

	private final Consumer<ClientEvent> sender;

	private final SpokenTurns turns;

	private final Overlap overlap;

	// The response that runs in the conversation
	private @Nullable RunningResponse active;

	private boolean stopped;

	ResponseSequencer(SessionPort port, Consumer<ClientEvent> sender, SpokenTurns turns) {
		this.port = port;
		this.sender = sender;
		this.turns = turns;
		this.sent = new SentRequests(turns);
		this.overlap = new Overlap(port, this::onBlockedForLong);
	}

	ResponseFuture request(ResponseCreate event) {
		ResponseRequest request = ResponseRequest.of(event);
		if (request.isOutOfBand()) {
			send(request);
		}
		else {
			this.waiting.add(request);
			proceed();
		}
		return request.future();
	}

	/**
	 * Request a response, unless one that is queued will include the new items.
	 */
	ResponseFuture followUp(ResponseCreate event) {
		return this.waiting.stream()
			.filter(ResponseRequest::isPlain)
			.findFirst()
			.map(ResponseRequest::future)
			.orElseGet(() -> request(event));
	}

	boolean withdraw(ResponseFuture future) {
		boolean withdrawn = this.waiting.removeIf((request) -> request.future().equals(future))
				|| this.sent.withdraw(future, this.port);
		if (withdrawn) {
			future.fail(this.port, new CancellationException());
			proceed();
		}
		return withdrawn;
	}

	RunningResponses running() {
		return this.running;
	}

	int waiting() {
		return this.waiting.size();
	}

	@Nullable ResponseCancel cancel() {
		return (this.active != null) ? new ResponseCancel(null, MadeIds.toSend(this.active.id())) : null;
	}

	/**
	 * Return what cancels the running response, unless it was sent before.
	 */
	@Nullable ResponseCancel closingText() {
		return (this.active != null && this.active.cancel(this.port.timeouts().acknowledgement())) ? cancel() : null;
	}

	boolean isAwaited() {
		return this.sent.isAwaited();
	}

	boolean isRunning() {
		return this.active != null || isAwaited();
	}

	/**
	 * Return the number of responses that have not ended, whoever requested them.
	 */
	int awaitedAnswers() {
		return this.sent.size() + this.running.size();
	}

	void stop() {
		this.stopped = true;
	}

	void onSending(ClientEvent event) {
		ResponseRequest request = (event instanceof ResponseCreate) ? this.sent.find(event.eventId()) : null;
		if (request != null) {
			request.await(this.port.await(this.port.timeouts().response(), () -> onNotBegun(request)));
		}
		else if (event instanceof ResponseCancel cancel) {
			RunningResponse target = (cancel.responseId() != null) ? this.running.find(cancel.responseId())
					: this.active;
			this.cancels.add(cancel.eventId(), cancel.responseId());
			if (target != null) {
				target.cancel(this.port.timeouts().acknowledgement());
			}
		}
	}

	/**
	 * Fail what the server has received, and return the ids of its items. All other
	 * requests wait for the next connection.
	 */
	Set<String> onLost(CloseCause cause, Predicate<String> waiting) {
		ConnectionLostException failure = new ConnectionLostException(cause);
		Set<String> items = new LinkedHashSet<>();
		this.running.requests().forEach((request) -> {
			items.addAll(request.items());
			request.fail(this.port, failure);
		});
		this.sent.takeAll((request) -> !waiting.test(request.id()))
			.forEach((request) -> request.fail(this.port, failure));
		reset();
		this.turns.reset();
		proceed();
		return items;
	}

	private void reset() {
		this.running.clear();
		this.active = null;
		this.overlap.end();
		this.cancels.clear();
	}

	void onEvent(ServerEvent event) {
		this.turns.onEvent(event);
		if (event instanceof ResponseCreated created) {
			onCreated(created.response());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done);
		}
		else if (ResponseIds.isProgress(event)) {
			onProgress(event);
		}
	}

	void proceed() {
		boolean free = !this.stopped && this.active == null && !this.overlap.isBlocked() && !isAwaited();
		ResponseRequest next = free ? this.waiting.poll() : null;
		if (next != null) {
			send(next);
		}
	}

	void fail(Throwable cause) {
		this.waiting.forEach((request) -> request.fail(this.port, cause));
		this.sent.takeAll((request) -> true).forEach((request) -> request.fail(this.port, cause));
		this.running.requests().forEach((request) -> request.fail(this.port, cause));
		this.waiting.clear();
		this.turns.reset();
		reset();
	}

	private void onCreated(Response response) {
		RunningResponse known = this.running.find(response.id());
		if (known != null) {
			known.renew();
			return;
		}
		ResponseRequest request = this.sent.claim(response);
		Duration timeout = this.port.timeouts().response();
		RunningResponse begun = new RunningResponse(response.id(), request, timeout,
				(same) -> this.port.await(timeout, () -> onNotDone(same)));
		RunningResponse crowdedOut = this.running.add(begun);
		if (begun.isOfConversation()) {
			this.active = begun;
			this.overlap.endWait();
		}
		if (crowdedOut != null) {
			onNotDone(crowdedOut);
		}
		String requestId = ResponseRequest.idIn(response);
		if ((request != null) ? request.isCancelled() : requestId != null && this.abandoned.contains(requestId)) {
			sendCancel(response.id());
		}
	}

	// Not every server says that a response begins, and a request waits no less if the
	// server is busy with another response
	private void onProgress(ServerEvent event) {
		String id = ResponseIds.responseId(event);
		RunningResponse response = this.running.concerned(id);
		if (response != null) {
			response.onPart(event);
		}
		if (response == null || response.isOfConversation()) {
			this.sent.renewWaits();
			this.overlap.renew();
		}
	}

	private void onDone(ResponseDone done) {
		String id = done.response().id();
		RunningResponse ended = this.running.takeEnded(id, this.active);
		ResponseRequest request = requestOf(ended, done.response());
		if (request != null) {
			request.end(this.port, done);
		}
		this.cancels.onDone(id);
		boolean ofConversation = request == null || !request.isOutOfBand();
		boolean endsActive = ended != null && ended.equals(this.active);
		if (endsActive || (ofConversation && this.active == null)) {
			free();
			this.sent.noteDone();
		}
	}

	// Not every server says that a response begins, or at its beginning for whom
	private @Nullable ResponseRequest requestOf(@Nullable RunningResponse ended, Response response) {
		if (ended != null && ended.request() != null) {
			return ended.request();
		}
		boolean only = ended == null && this.running.isEmpty() && this.sent.size() == 1
				&& (response.id() == null || !this.abandoned.contains(response.id()));
		return only ? this.sent.claim(response) : this.sent.take((request) -> request.isRepeatedBy(response));
	}

	private void free() {
		this.active = null;
		this.overlap.end();
	}

	/**
	 * Handle an error of the server, which may concern the only response that is awaited.
	 */
	void onError(RealtimeError error, boolean sole) {
		if (SentCancels.isNotActive(error)) {
			onNotActive(error);
			return;
		}
		boolean overlapping = Overlap.isToldBy(error);
		ResponseRequest request = this.sent.takeRefused(error, overlapping, this.running);
		if (request != null) {
			refuse(request, error, overlapping);
		}
		else if (sole && !overlapping) {
			endSole(error);
		}
	}

	private void refuse(ResponseRequest request, RealtimeError error, boolean overlapping) {
		if (overlapping && request.mayRetry() && !request.isCancelled()) {
			this.overlap.begin(!request.isDoneSeen() || this.active != null, this.active == null);
			this.waiting.addFirst(request.retry());
		}
		else {
			request.fail(this.port, new RealtimeErrorException(error));
		}
	}

	// What we take to run does not
	private void onNotActive(RealtimeError error) {
		String cancelled = this.cancels.take(error);
		boolean unnamed = SentCancels.UNNAMED.equals(cancelled);
		RunningResponse target = unnamed ? this.active : this.running.find(cancelled);
		if (target != null) {
			end(target, new RealtimeErrorException(error));
		}
		else if (unnamed) {
			free();
		}
	}

	private void endSole(RealtimeError error) {
		ResponseRequest request = this.sent.take((any) -> true);
		RunningResponse response = this.running.first((other) -> true);
		if (request != null) {
			request.fail(this.port, new RealtimeErrorException(error));
		}
		else if (response != null && !"invalid_request_error".equals(error.type())) {
			// It began, so it was no invalid request
			end(response, new RealtimeErrorException(error));
		}
	}

	// The server did not begin
	private void onNotBegun(ResponseRequest request) {
		this.sent.remove(request);
		this.abandoned.add(request.id());
		if (!request.isOutOfBand() && this.active == null) {
			sendCancel(null);
		}
		AnswerTimedOut timedOut = request.notBegun(this.port.timeouts().response());
		request.fail(this.port, new AnswerTimeoutException(timedOut));
		tell(timedOut);
	}

	// The server did not go on
	private void onNotDone(RunningResponse response) {
		AnswerTimedOut timedOut = response.timedOut();
		end(response, new AnswerTimeoutException(timedOut));
		if (response.mayBeCancelled()) {
			sendCancel(response.id());
		}
		tell(timedOut);
	}

	// What ran when a request was refused did not end
	private void onBlockedForLong() {
		sendCancel(null);
		tell(new AnswerTimedOut("response.done", this.port.timeouts().response(), null, null));
	}

	private void tell(AnswerTimedOut timedOut) {
		this.port.tell(timedOut);
		proceed();
	}

	// A response has ended without a word of the server
	private void end(RunningResponse response, Throwable cause) {
		this.running.remove(response);
		if (response.id() != null) {
			this.abandoned.add(response.id());
		}
		if (response.equals(this.active)) {
			free();
		}
		if (response.request() != null) {
			response.request().fail(this.port, cause);
		}
	}

	void sendCancel(@Nullable String responseId) {
		this.sender.accept(OWN_CANCELS.cancel(this.port.nextEventId(), responseId));
	}

	private void send(ResponseRequest request) {
		this.sent.add(request);
		this.sender.accept(request.event());
	}

}
