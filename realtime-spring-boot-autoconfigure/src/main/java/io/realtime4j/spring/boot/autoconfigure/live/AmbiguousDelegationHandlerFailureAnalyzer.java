package io.realtime4j.spring.boot.autoconfigure.live;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start with several handlers for delegated work.
 */
class AmbiguousDelegationHandlerFailureAnalyzer extends AbstractFailureAnalyzer<AmbiguousDelegationHandlerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AmbiguousDelegationHandlerException cause) {
		return new FailureAnalysis(cause.getMessage() + ".",
				"Mark the one that sessions have by default as @Primary. A single session gets another one by"
						+ " DelegationRunner.equip(spec, handler).",
				cause);
	}

}
