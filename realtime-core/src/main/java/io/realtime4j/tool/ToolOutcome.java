package io.realtime4j.tool;

import java.time.Duration;
import java.util.List;

/**
 * Outcome of a tool call.
 *
 * @since 0.1.0
 */
public sealed interface ToolOutcome {

	/**
	 * The call did not give a result.
	 */
	sealed interface Failure extends ToolOutcome {

		/**
		 * Return what the model is told unless a {@link ToolErrorFormatter} says it in
		 * other words.
		 * @return a short text without internals of the application
		 */
		String message();

	}

	/**
	 * The tool gave a result.
	 */
	record Succeeded() implements ToolOutcome {
	}

	/**
	 * The tool threw an exception.
	 *
	 * @param cause the exception
	 */
	record Failed(Throwable cause) implements Failure {

		@Override
		public String message() {
			return (this.cause instanceof ToolException && this.cause.getMessage() != null) ? this.cause.getMessage()
					: "The tool failed. Say so, and do not make up a result.";
		}

	}

	/**
	 * The tool did not end in time. What it does may go on, but its result is not waited
	 * for.
	 *
	 * @param timeout the time that it had
	 */
	record TimedOut(Duration timeout) implements Failure {

		@Override
		public String message() {
			return "The tool did not answer in time; whether it did what it was asked is not known.";
		}

	}

	/**
	 * There is no tool of that name.
	 *
	 * @param known the names that there are
	 */
	record UnknownTool(List<String> known) implements Failure {

		public UnknownTool {
			known = List.copyOf(known);
		}

		@Override
		public String message() {
			return this.known.isEmpty() ? "There is no such tool, nor any other."
					: "There is no such tool. There are: " + String.join(", ", this.known) + ".";
		}

	}

	/**
	 * The arguments are not what the tool needs.
	 *
	 * @param problem what is wrong with them
	 */
	record InvalidArguments(String problem) implements Failure {

		@Override
		public String message() {
			return "Nothing was done, because the arguments are wrong: " + this.problem
					+ ". Call the tool again with a JSON object that fits its schema.";
		}

	}

	/**
	 * The application did not approve the call.
	 *
	 * @param decision how it was denied
	 */
	record Denied(ToolDecision decision) implements Failure {

		@Override
		public String message() {
			return switch (this.decision.kind()) {
				case TIMED_OUT -> "Nothing was done: the call needs an approval, and nobody gave it in time.";
				case WITHDRAWN -> "Nothing was done: the call was interrupted before it was approved.";
				default -> "Nothing was done: the call was not approved." + reason();
			};
		}

		private String reason() {
			return (this.decision.reason() != null) ? " The reason: " + this.decision.reason() : "";
		}

	}

	/**
	 * The response ended before the call was whole.
	 */
	record CutOff() implements Failure {

		@Override
		public String message() {
			return "Nothing was done: the call was interrupted before it was complete.";
		}

	}

	/**
	 * The response of the call was cancelled.
	 *
	 * @param started whether the tool had begun
	 */
	record Interrupted(boolean started) implements Failure {

		@Override
		public String message() {
			return this.started ? "The call was interrupted; whether it did what it was asked is not known."
					: "Nothing was done: the call was interrupted before it began.";
		}

	}

	/**
	 * There was no thread for the call.
	 */
	record Overloaded() implements Failure {

		@Override
		public String message() {
			return "Nothing was done: the tool is overloaded. It may be called again later.";
		}

	}

	/**
	 * The session ended while the call was open. Nobody is left to be told.
	 */
	record SessionEnded() implements Failure {

		@Override
		public String message() {
			return "The session ended.";
		}

	}

}
