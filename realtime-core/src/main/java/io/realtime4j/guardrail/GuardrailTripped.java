package io.realtime4j.guardrail;

import org.jspecify.annotations.Nullable;

/**
 * Event published when a guardrail cuts a response off: it is cancelled if it is running,
 * and no longer played. It is published once for a response. An application that plays
 * audio in its own listeners should stop it now.
 *
 * @param responseId the id of the response, or of the turn of a live session, which
 * cannot be cancelled: what plays it is silenced
 * @param guardrail the name of the guardrail
 * @param reason why, as the guardrail says, or {@code null} if it says nothing
 * @param replied whether a safe reply follows. There is none for a safe reply that trips
 * itself, for a response that somebody interrupted, and while another one is awaited
 * @since 0.1.0
 */
public record GuardrailTripped(String responseId, String guardrail, @Nullable String reason,
		boolean replied) implements GuardrailEvent {

	@Override
	public String type() {
		return "realtime4j.guardrail.tripped";
	}

}
