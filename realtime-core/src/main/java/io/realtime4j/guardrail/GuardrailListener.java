package io.realtime4j.guardrail;

import io.realtime4j.session.VoiceSession;

/**
 * Listener for guardrail events. Calls for one session are made one at a time and in
 * order; a call that blocks delays only later calls for the same session.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface GuardrailListener {

	/**
	 * Handle a guardrail event.
	 * @param session the session
	 * @param event what happened
	 */
	void onGuardrailEvent(VoiceSession session, GuardrailEvent event);

}
