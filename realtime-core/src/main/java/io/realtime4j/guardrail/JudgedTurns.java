package io.realtime4j.guardrail;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.engine.EventLane;
import io.realtime4j.session.engine.SessionExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Internal judge of what the model says in a session without responses, turn by turn. A
 * turn cannot be cancelled: what plays it is silenced, and the model is asked to say
 * something else. Its calls are made on the control lane of the session; verdicts come on
 * other threads.
 *
 * @since 0.1.0
 */
public final class JudgedTurns {

	private static final int MAX_TURNS = 32;

	private final Map<String, GuardedResponse> turns = new LinkedHashMap<>();

	private final VoiceSession session;

	private final GuardrailSettings settings;

	private final EventLane events;

	private final Speech speech;

	// Guarded by the lock of this object
	private @Nullable String repliedTo;

	JudgedTurns(VoiceSession session, GuardrailSettings settings, Speech speech) {
		this.session = session;
		this.settings = settings.on(SessionExecutor.of(session, settings.executor()));
		this.events = settings.eventsOf(session);
		this.speech = speech;
	}

	/**
	 * Take what a turn says so far.
	 * @param turnId the id of the turn
	 * @param text all of its text
	 */
	public void onText(String turnId, String text) {
		GuardedResponse turn = turnOf(turnId);
		ask(turn, turn.onPart(new ResponseOutputAudioTranscriptDone(null, null, turnId, 0, 0, text), this.session));
	}

	/**
	 * Take the end of a turn.
	 * @param turnId the id of the turn
	 */
	public void onEnd(String turnId) {
		GuardedResponse turn = turnOf(turnId);
		ask(turn, turn.onDone(false, this.session));
		synchronized (this) {
			if (this.repliedTo != null && !turnId.equals(this.repliedTo)) {
				this.repliedTo = null;
			}
		}
	}

	/**
	 * Stop: the session has ended.
	 */
	public void close() {
		this.turns.values().forEach((turn) -> turn.judgements().forEach(Judgement::close));
	}

	private static void ask(GuardedResponse turn, @Nullable ResponseDraft draft) {
		if (draft != null) {
			turn.judgements().forEach((judgement) -> judgement.ask(draft));
		}
	}

	private GuardedResponse turnOf(String id) {
		GuardedResponse known = this.turns.get(id);
		if (known != null) {
			return known;
		}
		GuardedResponse turn = new GuardedResponse(id, this.settings.everyCharacters());
		turn.judgeBy(this.settings.guardrails()
			.stream()
			.map((guardrail) -> new Judgement(this.settings, guardrail, new Verdicts(turn)))
			.toList());
		this.turns.put(id, turn);
		if (this.turns.size() > MAX_TURNS) {
			Iterator<GuardedResponse> eldest = this.turns.values().iterator();
			eldest.next().judgements().forEach(Judgement::close);
			eldest.remove();
		}
		return turn;
	}

	private void trip(GuardedResponse turn, String guardrail, @Nullable String reason) {
		if (!turn.trip()) {
			return;
		}
		List.copyOf(turn.judgements()).forEach(Judgement::close);
		String words = words(turn.id());
		this.events.publish(new GuardrailTripped(turn.id(), guardrail, reason, words != null));
		this.speech.silence();
		if (words != null) {
			say(turn.id(), words);
		}
	}

	// What is said in place of a turn is never replaced itself
	private synchronized @Nullable String words(String turnId) {
		ResponseSettings reply = this.settings.reply().settings();
		if (reply == null || this.repliedTo != null) {
			return null;
		}
		this.repliedTo = turnId;
		return reply.instructions();
	}

	private void say(String turnId, String words) {
		CompletableFuture<?> said;
		try {
			said = this.speech.say(words);
		}
		catch (RuntimeException ex) {
			said = CompletableFuture.failedFuture(ex);
		}
		said.whenComplete((result, error) -> {
			if (error != null && !(error instanceof SessionClosedException)) {
				this.events.publish(new SafeReplyFailed(turnId, error));
			}
		});
	}

	/**
	 * Speech of the session.
	 */
	public interface Speech {

		/**
		 * Silence what plays it.
		 */
		void silence();

		/**
		 * Have the model say something.
		 * @param words what to say
		 * @return completes when the model was told
		 */
		CompletableFuture<?> say(String words);

	}

	/**
	 * Takes the verdicts on one turn.
	 */
	private final class Verdicts implements Judgement.Outcome {

		private final GuardedResponse turn;

		Verdicts(GuardedResponse turn) {
			this.turn = turn;
		}

		@Override
		public void onVerdict(RealtimeGuardrail guardrail, GuardrailVerdict verdict) {
			if (verdict.tripped()) {
				trip(this.turn, guardrail.name(), verdict.reason());
			}
		}

		@Override
		public void onFailure(RealtimeGuardrail guardrail, Throwable cause) {
			FailurePolicy policy = JudgedTurns.this.settings.policy();
			JudgedTurns.this.events.publish(new GuardrailFailed(this.turn.id(), guardrail.name(), cause, policy));
			if (policy == FailurePolicy.CLOSED) {
				trip(this.turn, guardrail.name(), "The guardrail gave no verdict");
			}
		}

	}

}
