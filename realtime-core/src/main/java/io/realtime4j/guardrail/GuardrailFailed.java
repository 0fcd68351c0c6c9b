package io.realtime4j.guardrail;

/**
 * Event published when a guardrail gave no verdict.
 *
 * @param responseId the id of the response
 * @param guardrail the name of the guardrail
 * @param cause what it threw, or a {@link java.util.concurrent.TimeoutException} if it
 * took too long
 * @param policy what follows from it
 * @since 0.1.0
 */
public record GuardrailFailed(String responseId, String guardrail, Throwable cause,
		FailurePolicy policy) implements GuardrailEvent {

	@Override
	public String type() {
		return "realtime4j.guardrail.failed";
	}

}
