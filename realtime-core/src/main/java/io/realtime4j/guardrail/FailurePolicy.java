package io.realtime4j.guardrail;

/**
 * Policy for a response when a guardrail gives no verdict.
 *
 * @since 0.1.0
 */
public enum FailurePolicy {

	/**
	 * The response continues, and {@link GuardrailFailed} is published.
	 */
	OPEN,

	/**
	 * The response is cut off, as if the guardrail had tripped.
	 */
	CLOSED

}
