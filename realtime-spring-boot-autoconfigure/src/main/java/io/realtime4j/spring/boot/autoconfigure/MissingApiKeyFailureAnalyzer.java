package io.realtime4j.spring.boot.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start without an API key.
 */
class MissingApiKeyFailureAnalyzer extends AbstractFailureAnalyzer<MissingApiKeyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingApiKeyException cause) {
		String placeholder = cause.getPlaceholder();
		return new FailureAnalysis(
				"No API key is configured for the realtime service: the property 'realtime.api-key' "
						+ cause.getProblem()
						+ ((placeholder != null) ? "." : ", and keys in the environment are not read automatically."),
				((placeholder != null) ? "Set " + variable(placeholder) + " in the environment of the application.\n\n"
						: "Set the property, for example from the environment:\n\n"
								+ "    realtime.api-key=${OPENAI_API_KEY}\n\n")
						+ "To develop or test without a key, add the dependency io.realtime4j:realtime-simulator and set no"
						+ " 'realtime.base-url'."
						+ " To authenticate in another way, declare a bean of type RealtimeHeadersCustomizer or"
						+ " RealtimeConnectionDetails. A server without keys accepts any value.",
				cause);
	}

	private static String variable(String placeholder) {
		return "'" + placeholder.substring("${".length(), placeholder.length() - 1) + "'";
	}

}
