package io.realtime4j.tool;

import org.jspecify.annotations.Nullable;

/**
 * Decision about a call that requires approval.
 *
 * @param kind the decision
 * @param reason what the model is told about it, or {@code null} for nothing
 * @since 0.1.0
 */
public record ToolDecision(Kind kind, @Nullable String reason) {

	/**
	 * Return whether the call may run.
	 * @return whether it was approved
	 */
	public boolean approved() {
		return this.kind == Kind.APPROVED;
	}

	/**
	 * Kinds of decisions.
	 */
	public enum Kind {

		/**
		 * The application approved.
		 */
		APPROVED,

		/**
		 * The application rejected.
		 */
		REJECTED,

		/**
		 * Nobody decided in time, which denies the call.
		 */
		TIMED_OUT,

		/**
		 * The response was cancelled or the session ended before, which denies the call.
		 */
		WITHDRAWN

	}

}
