package io.realtime4j.guardrail;

/**
 * Strategy for checking what the model says: the text of a response so far, repeatedly
 * while it arrives, and once more when the response is done. It is called once at a time
 * for a response, always with the latest text.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RealtimeGuardrail {

	/**
	 * Check the text of a response. The method runs apart from the session and may block;
	 * its thread is interrupted when it takes too long or its verdict is no longer
	 * needed. An exception counts as no verdict.
	 * @param draft what the response says so far
	 * @return the verdict
	 * @throws Exception if there is no verdict
	 */
	GuardrailVerdict judge(ResponseDraft draft) throws Exception;

	/**
	 * Return the name of this guardrail in events and in the log.
	 * @return the name, that of the class by default where it has one
	 */
	default String name() {
		String name = getClass().getSimpleName();
		return (getClass().isHidden() || name.isEmpty()) ? "guardrail" : name;
	}

}
