package io.realtime4j.guardrail;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.conversation.ResponseIds;
import io.realtime4j.conversation.completion.OwnCancels;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TurnTaking;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.SessionExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Has the responses of one session judged, and cuts off those that trip. Verdicts come on
 * other threads than events: what they meet of a response is decided under the lock of
 * that response, and done without it.
 */
final class SessionGuardrails implements SessionInterceptor {

	/**
	 * How many responses are remembered, so that a verdict or a part that comes late
	 * meets its own one.
	 */
	private static final int MAX_RESPONSES = 32;

	private static final OwnCancels CANCELS = new OwnCancels("guardrail_");

	private final RealtimeSession session;

	private final GuardrailSettings settings;

	private final EventLane events;

	private final SafeReplies replies;

	// Used on the control lane only
	private final Map<String, GuardedResponse> responses = new LinkedHashMap<>();

	private List<RealtimeGuardrail> guardrails;

	private boolean prepared;

	SessionGuardrails(RealtimeSession session, GuardrailSettings settings) {
		this.session = session;
		this.settings = settings.on(SessionExecutor.of(session, settings.executor()));
		this.events = settings.eventsOf(session);
		this.replies = new SafeReplies(session, this.events, settings.reply());
		this.guardrails = settings.guardrails();
	}

	/**
	 * Add guardrails before the session opens.
	 */
	void join(List<RealtimeGuardrail> others) {
		this.guardrails = Stream.concat(this.guardrails.stream(), others.stream()).toList();
	}

	@Override
	public boolean onEvent(ServerEvent event) {
		String responseId = ResponseIds.responseId(event);
		if (responseId != null) {
			GuardedResponse response = responseOf(responseId);
			ask(response, response.onPart(event, this.session));
			return !response.isTripped();
		}
		if (event instanceof ResponseCreated created) {
			onCreated(created.response());
		}
		else if (event instanceof ResponseDone done && done.response().id() != null) {
			onEnd(responseOf(done.response().id()), ResponseStatus.CANCELLED.equals(done.response().status()));
		}
		else if (event instanceof InputAudioBufferSpeechStarted) {
			onSpeech();
		}
		else if (event instanceof ErrorEvent error) {
			return !CANCELS.isTooLate(error);
		}
		return true;
	}

	private void onSpeech() {
		SessionSettings current = this.session.settings();
		if (current == null || TurnTaking.of(current).interrupts()) {
			interruptAll();
		}
	}

	/**
	 * Take note that nobody waits for a reply in place of what runs.
	 */
	@Override
	public boolean onInterrupt(boolean responseAwaited) {
		interruptAll();
		return false;
	}

	private void interruptAll() {
		this.responses.values().forEach(GuardedResponse::interrupt);
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnected) {
			// What ran on the connection before will never be done
			List.copyOf(this.responses.values()).forEach((response) -> onEnd(response, false));
		}
		else if (event instanceof AnswerTimedOut timedOut && timedOut.responseId() != null) {
			GuardedResponse response = this.responses.get(timedOut.responseId());
			if (response != null) {
				onEnd(response, false);
			}
		}
		else if (event instanceof SessionClosed) {
			this.responses.values().forEach((response) -> response.judgements().forEach(Judgement::close));
		}
	}

	private void onCreated(Response created) {
		// Other interceptors are there by now, in whichever order they were added
		PlaybackInterceptor playback = this.prepared ? null : PlaybackInterceptor.find(this.session);
		if (playback != null) {
			playback.keepUnplayed();
		}
		this.prepared = true;
		if (created.id() != null) {
			GuardedResponse response = responseOf(created.id());
			response.attach((created.metadata() != null) ? created.metadata() : Map.of());
		}
	}

	private GuardedResponse responseOf(String id) {
		GuardedResponse response = this.responses.get(id);
		if (response == null) {
			GuardedResponse fresh = new GuardedResponse(id, this.settings.everyCharacters());
			fresh.judgeBy(this.guardrails.stream()
				.map((guardrail) -> new Judgement(this.settings, guardrail, new Verdicts(fresh)))
				.toList());
			this.responses.put(id, fresh);
			response = fresh;
			forgetEldest();
		}
		return response;
	}

	private void forgetEldest() {
		if (this.responses.size() > MAX_RESPONSES) {
			Iterator<GuardedResponse> eldest = this.responses.values().iterator();
			eldest.next().judgements().forEach(Judgement::close);
			eldest.remove();
		}
	}

	private static void ask(GuardedResponse response, @Nullable ResponseDraft draft) {
		if (draft != null) {
			response.judgements().forEach((judgement) -> judgement.ask(draft));
		}
	}

	private void onEnd(GuardedResponse response, boolean cancelled) {
		ask(response, response.onDone(cancelled, this.session));
		replyIfDue(response);
	}

	private void trip(GuardedResponse response, String guardrail, @Nullable String reason) {
		if (!response.trip()) {
			return;
		}
		response.judgements().forEach(Judgement::close);
		boolean reply = this.replies.reserve(response);
		this.events.publish(new GuardrailTripped(response.id(), guardrail, reason, reply));
		cut(response);
		response.markCut(reply);
		replyIfDue(response);
	}

	private void cut(GuardedResponse response) {
		try {
			PlaybackInterceptor playback = PlaybackInterceptor.find(this.session);
			if (playback != null) {
				playback.cut(response.id());
			}
			else if (!response.isDone()) {
				this.session.send(CANCELS.cancel(response.id()));
			}
		}
		catch (SessionClosedException | OutboxFullException ex) {
			// The server is gone or does not read, and nobody hears it
		}
	}

	private void replyIfDue(GuardedResponse response) {
		if (response.takeReply()) {
			this.replies.request(response.id());
		}
	}

	/**
	 * Takes the verdicts on one response.
	 */
	private final class Verdicts implements Judgement.Outcome {

		private final GuardedResponse response;

		Verdicts(GuardedResponse response) {
			this.response = response;
		}

		@Override
		public void onVerdict(RealtimeGuardrail guardrail, GuardrailVerdict verdict) {
			if (verdict.tripped()) {
				trip(this.response, guardrail.name(), verdict.reason());
			}
		}

		@Override
		public void onFailure(RealtimeGuardrail guardrail, Throwable cause) {
			FailurePolicy policy = SessionGuardrails.this.settings.policy();
			SessionGuardrails.this.events
				.publish(new GuardrailFailed(this.response.id(), guardrail.name(), cause, policy));
			if (policy == FailurePolicy.CLOSED) {
				trip(this.response, guardrail.name(), "The guardrail gave no verdict");
			}
		}

	}

}
