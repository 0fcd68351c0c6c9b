package io.realtime4j.live.tool;

import java.time.Duration;

/**
 * Outcome of delegated work.
 *
 * @since 0.1.0
 */
public sealed interface DelegationOutcome {

	/**
	 * The work did not give an answer, or not the whole one.
	 */
	sealed interface Failure extends DelegationOutcome {

		/**
		 * Return what the model is told in place of an answer.
		 * @return a short text without internals of the application
		 */
		String message();

	}

	/**
	 * The model was given the answer.
	 *
	 * @param omitted the number of characters at the end of the answer that the model was
	 * not told, because it was too long to be said
	 */
	record Answered(int omitted) implements DelegationOutcome {

	}

	/**
	 * The handler threw an exception.
	 *
	 * @param cause the exception
	 */
	record Failed(Throwable cause) implements Failure {

		private static final String MESSAGE = "The work failed. Say so, and do not make up a result.";

		@Override
		public String message() {
			String message = (this.cause instanceof DelegationException) ? this.cause.getMessage() : null;
			return (message != null && !message.isBlank()) ? message : MESSAGE;
		}

	}

	/**
	 * The handler gave no answer, and has not said anything before.
	 */
	record NotAnswered() implements Failure {

		@Override
		public String message() {
			return "The work ended without a result. Say so, and do not make one up.";
		}

	}

	/**
	 * The handler did not end in time. What it does may go on, but its answer is not
	 * waited for.
	 *
	 * @param timeout the time that it had
	 */
	record TimedOut(Duration timeout) implements Failure {

		@Override
		public String message() {
			return "The work did not end in time; whether it was done is not known.";
		}

	}

	/**
	 * The application gave the work up.
	 */
	record Cancelled() implements Failure {

		@Override
		public String message() {
			return "The work was cancelled; whether part of it was done is not known.";
		}

	}

	/**
	 * There was no thread for the work, or too much of it was under way.
	 */
	record Overloaded() implements Failure {

		@Override
		public String message() {
			return "Nothing was done: too much work is under way. It may be requested again later.";
		}

	}

	/**
	 * The session has no {@link DelegationHandler}.
	 */
	record NotHandled() implements Failure {

		@Override
		public String message() {
			return "Nothing was done: nobody can do such work in this session.";
		}

	}

	/**
	 * The answer could not be told: the server refuses it or does not read. In place of
	 * it the model is told that much, if that at least can be sent.
	 *
	 * @param cause why it could not be told
	 */
	record NotTold(Throwable cause) implements Failure {

		static final String MESSAGE = "The work has ended, but its result was lost on the way; whether it was done is not known.";

		@Override
		public String message() {
			return MESSAGE;
		}

	}

	/**
	 * The session ended while the work was open. Nobody is left to be told.
	 */
	record SessionEnded() implements DelegationOutcome {

	}

}
