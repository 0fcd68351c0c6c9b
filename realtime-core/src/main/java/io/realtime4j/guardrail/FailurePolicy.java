package io.realtime4j.guardrail;

/**
 * Policy for a response when a guardrail gives no verdict.
 *
 * @since 0.1.0
 */
public enum FailurePolicy {

	/**
	 * It goes on, and {@link GuardrailFailed} tells of it.
	 */
	OPEN,

	/**
	 * It is cut off, as if the guardrail had tripped.
	 */
	CLOSED

}
