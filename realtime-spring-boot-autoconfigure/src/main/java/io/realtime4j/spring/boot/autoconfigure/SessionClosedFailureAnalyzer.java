package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.session.SessionClosedException;
import io.realtime4j.spring.logging.CloseAdvice;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Analyzes a start that failed in the application's own code, such as a runner, since a
 * session has ended that it used. Ends without advice are left to the stack trace.
 */
class SessionClosedFailureAnalyzer extends AbstractFailureAnalyzer<SessionClosedException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SessionClosedException cause) {
		String advice = CloseAdvice.of(cause.closeCause());
		if (advice.isEmpty()) {
			return null;
		}
		return new FailureAnalysis(
				"The application used a realtime session while it started, and the session has ended. "
						+ cause.getMessage() + ".",
				advice + "\n\nAn application that shall start all the same handles the failure of the future, such as"
						+ " that of 'ask'.",
				rootFailure);
	}

}
