package io.realtime4j.spring.rest;

import java.time.Duration;

import io.realtime4j.model.error.RealtimeError;
import org.jspecify.annotations.Nullable;

/**
 * Exception thrown when the service refused a request or could not be reached. It holds
 * no secret of this side.
 *
 * @since 0.1.0
 */
public class RealtimeRestException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable Integer status;

	private final transient @Nullable RealtimeError error;

	private final @Nullable String requestId;

	private final @Nullable Duration retryAfter;

	RealtimeRestException(String message, @Nullable Throwable cause) {
		this(message, cause, new Refusal(null, null, null, null));
	}

	RealtimeRestException(Refusal refusal) {
		this(refusal.describe(), null, refusal);
	}

	private RealtimeRestException(String message, @Nullable Throwable cause, Refusal refusal) {
		super(message, cause);
		this.status = refusal.status();
		this.error = refusal.error();
		this.requestId = refusal.requestId();
		this.retryAfter = refusal.retryAfter();
	}

	/**
	 * Return the status of the response.
	 * @return the HTTP status, or {@code null} if there was no response
	 */
	public @Nullable Integer status() {
		return this.status;
	}

	/**
	 * Return the code of the error, such as {@code rate_limit_exceeded}.
	 * @return the code, or {@code null} if the service gave none
	 */
	public @Nullable String code() {
		return (this.error != null) ? this.error.code() : null;
	}

	/**
	 * Return the error as the service describes it.
	 * @return the error, or {@code null} if it gave none
	 */
	public @Nullable RealtimeError error() {
		return this.error;
	}

	/**
	 * Return the id by which the service finds the request.
	 * @return the value of the header {@code x-request-id}, or {@code null} if absent
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

	/**
	 * Return the time to wait before the next attempt.
	 * @return the time to wait, of the header {@code Retry-After}, or {@code null} if
	 * absent
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Answer of the service.
	 *
	 * @param status the HTTP status, or {@code null} if there was no response
	 * @param error the error, or {@code null} if there is none
	 * @param requestId the id of the request, or {@code null} if there is none
	 * @param retryAfter when to try again, or {@code null} if that is not said
	 */
	record Refusal(@Nullable Integer status, @Nullable RealtimeError error, @Nullable String requestId,
			@Nullable Duration retryAfter) {

		String describe() {
			StringBuilder text = new StringBuilder("The service answered ").append(this.status);
			if (this.error != null) {
				text.append(": ").append(this.error.safeMessage());
				if (this.error.code() != null) {
					text.append(" (").append(this.error.code()).append(')');
				}
			}
			if (this.requestId != null) {
				text.append(", request ").append(this.requestId);
			}
			return text.toString();
		}

	}

}
