package io.realtime4j.guardrail;

import io.realtime4j.event.RealtimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Event about the check of a response by guardrails. It is never sent or received.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailEvent extends RealtimeMessage
		permits GuardrailTripped, GuardrailFailed, SafeReplyFailed {

	@Override
	default @Nullable String eventId() {
		return null;
	}

	/**
	 * Return the response that was checked.
	 * @return its id
	 */
	String responseId();

}
