package io.realtime4j.guardrail;

/**
 * There is silence in place of a response that was cut off: the server refused the safe
 * reply, or too much waited to be sent.
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
