package io.realtime4j.spring.boot.autoconfigure.mapping;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start with a property that cannot be used.
 */
class InvalidRealtimePropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRealtimePropertyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidRealtimePropertyException cause) {
		return new FailureAnalysis("The property '" + cause.getProperty() + "' " + cause.getProblem() + ".",
				"Correct the property '" + cause.getProperty() + "' of the application.", cause);
	}

}
