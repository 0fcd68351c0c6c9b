package io.realtime4j.live.guardrail;

import io.realtime4j.guardrail.Guardrails;
import io.realtime4j.guardrail.JudgedTurns;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;

/**
 * Guardrails of live sessions, which check each turn of the model while it speaks, by the
 * settings of {@link Guardrails}. A turn cannot be cancelled: when a guardrail trips, a
 * {@link SpeechSilencer} of the session plays no more of it, as pages do, and the model
 * is asked for the safe reply. What was said until then was heard, and what the server
 * said stays in the history.
 * <p>
 * It becomes part of a client as a {@link LiveInterceptor.Factory}.
 *
 * @since 0.1.0
 */
public final class LiveGuardrails implements LiveInterceptor.Factory {

	private final Guardrails guardrails;

	/**
	 * Create guardrails.
	 * @param guardrails have the checks, their settings and their listeners
	 */
	public LiveGuardrails(Guardrails guardrails) {
		this.guardrails = guardrails;
	}

	@Override
	public LiveInterceptor create(LiveSession session) {
		JudgedTurns turns = this.guardrails.judge(session, new LiveSpeech(session));
		return (turns != null) ? new SpokenTurns(session, turns) : LiveInterceptor.none();
	}

}
