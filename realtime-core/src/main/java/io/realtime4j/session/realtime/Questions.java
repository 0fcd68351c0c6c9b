package io.realtime4j.session.realtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.realtime4j.audio.AudioData;
import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemCreated;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputItemDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.session.SessionFormats;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ConnectionLostException;
import io.realtime4j.session.engine.SessionPort;
import io.realtime4j.speech.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Questions that the model has not answered to their end. Not thread-safe: used under the
 * lock of the session.
 */
final class Questions {

	private static final int REMEMBERED_OUTPUTS = 256;

	private final List<Question> open = new ArrayList<>();

	private final AnswerAudio audio = new AnswerAudio();

	// The calls of responses that run
	private final Map<String, Set<String>> calls = new LinkedHashMap<>();

	// Whether the server gave the outputs of calls, by the ids of the calls
	private final Map<String, Boolean> outputs = new LinkedHashMap<>();

	private final SessionPort port;

	private final ResponseSequencer responses;

	private final SpokenTurns turns;

	private final Interceptors interceptors;

	private final Supplier<@Nullable SessionSettings> settings;

	private final AnswerTimes times;

	/**
	 * Create an instance without questions.
	 * @param port what it may use of the session
	 * @param responses the responses that are asked for
	 * @param turns knows who speaks
	 * @param interceptors those who may have something to do upon a response
	 * @param settings gives the settings of the session
	 */
	Questions(SessionPort port, ResponseSequencer responses, SpokenTurns turns, Interceptors interceptors,
			Supplier<@Nullable SessionSettings> settings) {
		this.port = port;
		this.responses = responses;
		this.turns = turns;
		this.interceptors = interceptors;
		this.settings = settings;
		this.times = new AnswerTimes(port, responses.running(), turns);
	}

	/**
	 * Ask for a response.
	 * @return completes with it; cancels it when all who want it have cancelled theirs
	 */
	CompletableFuture<ResponseDone> respond(ResponseCreate event, boolean followUp) {
		ResponseFuture request = request(event, followUp);
		CompletableFuture<ResponseDone> future = request.copy();
		future.whenComplete((done, ex) -> {
			if (future.isCancelled()) {
				locked(() -> {
					request.ceaseToWant();
					cancel(request);
				});
			}
		});
		return future;
	}

	/**
	 * Ask for a response that somebody wants whatever happens.
	 */
	ResponseFuture request(ResponseCreate event, boolean followUp) {
		if (!followUp && !ResponseRequest.isOutOfBand(event)) {
			this.times.onRequest();
		}
		ResponseFuture future = followUp ? this.responses.followUp(event) : this.responses.request(event);
		future.want();
		each((question) -> question.onRequest(future, followUp));
		return future;
	}

	/**
	 * Ask for an answer, which begins with a response.
	 */
	CompletableFuture<Answer> ask(ResponseCreate event) {
		this.times.onRequest();
		Question question = new Question(this);
		question.follow(this.responses.request(event));
		return begin(question);
	}

	/**
	 * Begin with a question that is about to be spoken.
	 */
	SpokenQuestion listen() {
		SpokenQuestion question = new SpokenQuestion(this);
		begin(question);
		return question;
	}

	ResponseFuture respond() {
		this.times.onRequest();
		return this.responses.request(new ResponseCreate(this.port.nextEventId(), null));
	}

	boolean detectsTurns() {
		return turnTaking().detects();
	}

	boolean answersTurns() {
		return turnTaking().answers();
	}

	private TurnTaking turnTaking() {
		SessionSettings current = this.settings.get();
		return (current != null) ? TurnTaking.of(current) : TurnTaking.DEFAULT;
	}

	SpokenTurns turns() {
		return this.turns;
	}

	AnswerTimes times() {
		return this.times;
	}

	/**
	 * Begin with a question.
	 * @param question the question
	 * @return completes with the answer; cancels the question when it is cancelled
	 */
	private CompletableFuture<Answer> begin(Question question) {
		this.open.add(question);
		CompletableFuture<Answer> future = question.future();
		future.whenComplete((answer, ex) -> locked(() -> question.abandon(future.isCancelled())));
		return future;
	}

	void onSend(ClientEvent event) {
		this.times.onSend(event);
		if (event instanceof ConversationItemCreate create) {
			onItem(create.item(), false);
		}
	}

	void onEvent(ServerEvent event) {
		this.times.onEvent(event);
		if (this.open.isEmpty()) {
			return;
		}
		if (event instanceof ResponseOutputAudioDelta delta) {
			this.audio.add(delta);
		}
		else if (event instanceof InputAudioBufferCommitted) {
			each(Question::onCommitted);
		}
		else if (event instanceof ConversationItemAdded added) {
			onItem(added.item(), true);
		}
		else if (event instanceof ConversationItemCreated created) {
			onItem(created.item(), true);
		}
		else {
			onResponse(event);
		}
		String responseId = ResponseIds.responseId(event);
		if (responseId != null) {
			each((question) -> question.onProgress(responseId));
		}
	}

	private void onResponse(ServerEvent event) {
		if (event instanceof ResponseCreated created) {
			onCreated(created.response().id());
		}
		else if (event instanceof ResponseDone done) {
			onDone(done, done.response().id());
		}
		else if (event instanceof ResponseOutputItemDone done && done.item() instanceof FunctionCall call
				&& call.callId() != null) {
			this.calls.computeIfAbsent(String.valueOf(done.responseId()), (id) -> new LinkedHashSet<>())
				.add(call.callId());
		}
	}

	private void each(Consumer<Question> action) {
		List.copyOf(this.open).forEach(action);
	}

	private void onItem(Item item, boolean byServer) {
		if (item instanceof FunctionCallOutput output && output.callId() != null) {
			String callId = output.callId();
			boolean own = Boolean.FALSE.equals(this.outputs.putIfAbsent(callId, byServer));
			if (this.outputs.size() > REMEMBERED_OUTPUTS) {
				this.outputs.remove(this.outputs.keySet().iterator().next());
			}
			each((question) -> question.onOutput(callId, byServer && !own));
		}
	}

	boolean hasOutput(String callId) {
		return this.outputs.containsKey(callId);
	}

	boolean isAnsweredByServer(String callId) {
		return Boolean.TRUE.equals(this.outputs.get(callId));
	}

	/**
	 * Go on with all questions, after everybody has seen an event.
	 */
	void proceed() {
		this.times.proceed();
		each(Question::proceed);
		if (this.open.isEmpty()) {
			clear();
		}
	}

	List<AudioData> audioOf(ResponseDone done) {
		return this.audio.of(done.response().id());
	}

	@Nullable AudioFormat format() {
		SessionSettings current = this.settings.get();
		return (current != null) ? SessionFormats.output(current) : null;
	}

	void onLost(CloseCause cause) {
		this.times.onLost();
		clear();
		each((question) -> question.onLost(new ConnectionLostException(cause)));
	}

	void fail(Throwable cause) {
		each((question) -> question.fail(cause));
		clear();
	}

	private void clear() {
		this.audio.clear();
		this.calls.clear();
	}

	void remove(Question question) {
		this.open.remove(question);
	}

	private void onCreated(@Nullable String responseId) {
		if (responseId != null && this.responses.running().isUnrequested(responseId)) {
			each((question) -> question.onUnrequested(responseId));
		}
	}

	private void onDone(ResponseDone done, @Nullable String responseId) {
		if (responseId != null) {
			each((question) -> question.onUnrequestedDone(responseId, done));
			this.audio.remove(responseId);
			this.calls.remove(responseId);
		}
	}

	@Nullable CompletionStage<?> work(String responseId) {
		return this.interceptors.work(responseId);
	}

	void onCancelled(String responseId) {
		this.interceptors.onCancelled(responseId);
	}

	void cancel(ResponseFuture request) {
		boolean wanted = request.isWanted() || this.open.stream().anyMatch((question) -> question.isFollowing(request));
		if (!wanted && !this.responses.withdraw(request)) {
			RunningResponse response = this.responses.running().of(request);
			if (response != null) {
				cancel(response);
			}
		}
	}

	void cancel(String responseId) {
		RunningResponse response = this.responses.running().find(responseId);
		if (response != null) {
			cancel(response);
		}
	}

	private void cancel(RunningResponse response) {
		if (response.mayBeCancelled()) {
			this.responses.sendCancel(response.id());
		}
	}

	void locked(Runnable action) {
		this.port.locked(action);
	}

	SessionPort port() {
		return this.port;
	}

	/**
	 * Return the ids of the calls that a response holds.
	 */
	Set<String> callsOf(ResponseDone done) {
		List<Item> items = (done.response().output() != null) ? done.response().output() : List.of();
		Set<String> ids = new LinkedHashSet<>(this.calls.getOrDefault(String.valueOf(done.response().id()), Set.of()));
		for (Item item : items) {
			if (item instanceof FunctionCall call && call.callId() != null) {
				ids.add(call.callId());
			}
		}
		return ids;
	}

}
