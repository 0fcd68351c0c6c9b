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
		 * Return the message for the model, unless a {@link ToolErrorFormatter} changes
		 * it.
		 * @return a short text without internals of the application
		 */
		String message();

	}

	/**
	 * The tool gave a result.
	 *
	 * @param omitted the number of characters at the end of the output that the model was
	 * not told, because it was longer than {@link ToolRunner.Builder#maxOutputLength}
	 */
	record Succeeded(int omitted) implements ToolOutcome {

		/**
		 * Create an outcome of which the model was told all.
		 */
		public Succeeded() {
			this(0);
		}

	}

	/**
	 * The server answered the call by itself, so that the model is told nothing.
	 */
	record AnsweredByServer() implements ToolOutcome {

	}

	/**
	 * The tool threw an exception.
	 *
	 * @param cause the exception
	 */
	record Failed(Throwable cause) implements Failure {

		static final String MESSAGE = "The tool failed. Say so, and do not make up a result.";

		@Override
		public String message() {
			String message = (this.cause instanceof ToolException) ? this.cause.getMessage() : null;
			return (message != null) ? message : MESSAGE;
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

		/**
		 * Create a new {@link UnknownTool} instance.
		 */
		public UnknownTool {
			known = List.copyOf(known);
		}

		@Override
		public String message() {
			return this.known.isEmpty() ? "There are no tools."
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
	 * The output could not be sent: it cannot be encoded, or the server does not read. In
	 * place of it the model is told that much, if that at least can be sent.
	 *
	 * @param cause why it could not be sent
	 */
	record NotSent(Throwable cause) implements Failure {

		@Override
		public String message() {
			return "The tool ended, but its output was lost on the way; whether it did what it was asked is not known.";
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
