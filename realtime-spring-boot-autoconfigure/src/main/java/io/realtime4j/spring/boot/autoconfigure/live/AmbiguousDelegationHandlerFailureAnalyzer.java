package io.realtime4j.spring.boot.autoconfigure.live;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start with several handlers for delegated work.
 */
class AmbiguousDelegationHandlerFailureAnalyzer extends AbstractFailureAnalyzer<AmbiguousDelegationHandlerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AmbiguousDelegationHandlerException cause) {
		return new FailureAnalysis(cause.description(), cause.action(), cause);
	}

}
