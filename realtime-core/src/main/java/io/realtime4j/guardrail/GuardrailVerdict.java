package io.realtime4j.guardrail;

import org.jspecify.annotations.Nullable;

/**
 * Verdict of a guardrail about a response.
 *
 * @param tripped whether the response must not go on
 * @param reason why, for the application, or {@code null} if there is nothing to say
 * @since 0.1.0
 */
public record GuardrailVerdict(boolean tripped, @Nullable String reason) {

	private static final GuardrailVerdict PASSED = new GuardrailVerdict(false, null);

	/**
	 * Return a verdict that lets the response continue.
	 * @return the verdict
	 */
	public static GuardrailVerdict pass() {
		return PASSED;
	}

	/**
	 * Return a verdict that cuts the response off.
	 * @param reason why, for the application; neither the model nor the user is told
	 * @return the verdict
	 */
	public static GuardrailVerdict trip(String reason) {
		return new GuardrailVerdict(true, reason);
	}

}
