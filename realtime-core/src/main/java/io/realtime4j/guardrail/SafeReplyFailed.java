package io.realtime4j.guardrail;

/**
 * Event published when no safe reply follows a response that was cut off: the server
 * refused it, or too many events were queued.
 *
 * @param responseId the id of the response that was cut off
 * @param cause what went wrong
 * @since 0.1.0
 */
public record SafeReplyFailed(String responseId, Throwable cause) implements GuardrailEvent {

	@Override
	public String type() {
		return "realtime4j.guardrail.reply_failed";
	}

}
