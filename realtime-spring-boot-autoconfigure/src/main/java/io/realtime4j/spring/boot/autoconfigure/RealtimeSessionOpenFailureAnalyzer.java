package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.spring.logging.CloseAdvice;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start that failed since the session could not be opened.
 */
class RealtimeSessionOpenFailureAnalyzer extends AbstractFailureAnalyzer<RealtimeSessionOpenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RealtimeSessionOpenException cause) {
		String advice = CloseAdvice.of(cause.getCloseCause());
		return new FailureAnalysis("The realtime session could not be opened. " + cause.getMessage() + ".",
				(advice.isEmpty() ? "" : advice + "\n\n")
						+ "To start the application without the session, set 'realtime.session.fail-fast=false'.",
				cause);
	}

}
