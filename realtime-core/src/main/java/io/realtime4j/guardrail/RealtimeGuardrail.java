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
	 * Judge what a response says. It runs beside the session and may block; a thread that
	 * takes too long, or whose verdict does not matter any more, is interrupted. What it
	 * throws counts as no verdict.
	 * @param draft what the response says so far
	 * @return the verdict
	 * @throws Exception if there is no verdict
	 */
	GuardrailVerdict judge(ResponseDraft draft) throws Exception;

	/**
	 * Return the name by which events and the log tell of this guardrail.
	 * @return the name, that of the class by default where it has one
	 */
	default String name() {
		String name = getClass().getSimpleName();
		return (getClass().isHidden() || name.isEmpty()) ? "guardrail" : name;
	}

}
