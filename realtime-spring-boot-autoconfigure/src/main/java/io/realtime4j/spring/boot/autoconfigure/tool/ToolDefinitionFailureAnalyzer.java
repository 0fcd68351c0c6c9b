package io.realtime4j.spring.boot.autoconfigure.tool;

import io.realtime4j.spring.tool.ToolDefinitionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which method cannot be a tool, and what to do about it.
 */
class ToolDefinitionFailureAnalyzer extends AbstractFailureAnalyzer<ToolDefinitionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ToolDefinitionException cause) {
		return new FailureAnalysis(cause.getMessage() + ".", cause.getAction(), cause);
	}

}
