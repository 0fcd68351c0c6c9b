package io.realtime4j.model.response;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a response, read from the status and the status details of a {@code
 * response.done}.
 *
 * @since 0.1.0
 */
public sealed interface ResponseOutcome {

	/**
	 * Return how a response ended.
	 * @param response the response of a {@code response.done}
	 * @return the outcome; a response without a status, as some servers send it, counts
	 * as whole
	 */
	static ResponseOutcome of(Response response) {
		ResponseStatus status = response.status();
		StatusDetails details = response.statusDetails();
		StatusReason reason = (details != null) ? details.reason() : null;
		if (status == null || ResponseStatus.COMPLETED.equals(status)) {
			return new Completed();
		}
		if (ResponseStatus.CANCELLED.equals(status)) {
			return new Cancelled(reason);
		}
		if (ResponseStatus.INCOMPLETE.equals(status)) {
			return new Incomplete(reason);
		}
		return ResponseStatus.FAILED.equals(status) ? new Failed((details != null) ? details.error() : null)
				: new Other(status);
	}

	/**
	 * Return whether the response is complete.
	 * @return {@code true} for {@link Completed} only
	 */
	default boolean isCompleted() {
		return this instanceof Completed;
	}

	/**
	 * Return whether something went wrong: the model said nothing, or stopped early
	 * without being interrupted.
	 * @return {@code true} for {@link Failed} and {@link Incomplete}
	 */
	default boolean isFailure() {
		return this instanceof Failed || this instanceof Incomplete;
	}

	/**
	 * Return a short description for a log, without the server's own message, which may
	 * repeat what was said, or a key.
	 * @return the words
	 */
	String summary();

	private static String because(@Nullable StatusReason reason) {
		return (reason != null) ? " (" + reason.value() + ")" : "";
	}

	/**
	 * It is whole.
	 *
	 * @since 0.1.0
	 */
	record Completed() implements ResponseOutcome {

		@Override
		public String summary() {
			return "completed";
		}

	}

	/**
	 * It was cancelled, by the client or because somebody began to speak.
	 *
	 * @param reason why, or {@code null} if the server did not say
	 * @since 0.1.0
	 */
	record Cancelled(@Nullable StatusReason reason) implements ResponseOutcome {

		@Override
		public String summary() {
			return "cancelled" + because(this.reason);
		}

	}

	/**
	 * It ended early: it reached the most tokens, or the content filter stopped it.
	 *
	 * @param reason why, or {@code null} if the server did not say
	 * @since 0.1.0
	 */
	record Incomplete(@Nullable StatusReason reason) implements ResponseOutcome {

		@Override
		public String summary() {
			return "incomplete" + because(this.reason);
		}

	}

	/**
	 * It failed: no quota is left, a rate limit was reached, the service has a fault. No
	 * {@code error} event comes with it.
	 *
	 * @param error what the server said, or {@code null} if it said nothing
	 * @since 0.1.0
	 */
	record Failed(@Nullable RealtimeError error) implements ResponseOutcome {

		@Override
		public String summary() {
			return (this.error != null) ? "failed (type " + this.error.type() + ", code " + this.error.code() + ")"
					: "failed (the server gave no reason)";
		}

	}

	/**
	 * The server gave a status that the protocol does not know.
	 *
	 * @param status the status
	 * @since 0.1.0
	 */
	record Other(ResponseStatus status) implements ResponseOutcome {

		@Override
		public String summary() {
			return this.status.value();
		}

	}

}
