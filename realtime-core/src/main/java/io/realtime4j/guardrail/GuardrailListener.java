package io.realtime4j.guardrail;

import io.realtime4j.session.RealtimeSession;

/**
 * Hears of what guardrails do. Calls for one session come one at a time and in order; a
 * call that blocks delays only the later ones of its own session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GuardrailListener {

	/**
	 * Something happened to a response.
	 * @param session the session
	 * @param event what happened
	 */
	void onGuardrailEvent(RealtimeSession session, GuardrailEvent event);

}
