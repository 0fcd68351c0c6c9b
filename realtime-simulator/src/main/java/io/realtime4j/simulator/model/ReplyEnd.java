package io.realtime4j.simulator.model;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * End of a reply: completed, cut off or failed.
 *
 * @param status the status of the response
 * @param details its {@code status_details}, or {@code null}
 */
public record ReplyEnd(String status, @Nullable ObjectNode details) {

	/**
	 * Return the end of a completed response.
	 * @return the end
	 */
	public static ReplyEnd completed() {
		return new ReplyEnd("completed", null);
	}

	/**
	 * Return the end of a cancelled response.
	 * @param reason {@code client_cancelled} or {@code turn_detected}
	 * @return the end
	 */
	public static ReplyEnd cancelled(String reason) {
		return new ReplyEnd("cancelled", Json.object().put("type", "cancelled").put("reason", reason));
	}

	/**
	 * Return the end of an incomplete response.
	 * @param reason {@code max_output_tokens} or {@code content_filter}
	 * @return the end
	 */
	public static ReplyEnd incomplete(String reason) {
		return new ReplyEnd("incomplete", Json.object().put("type", "incomplete").put("reason", reason));
	}

	/**
	 * Return the end of a response that failed.
	 * @param type the type of the error, such as {@code server_error}
	 * @param code the code of the error, if any
	 * @param message the message of the error
	 * @return the end
	 */
	public static ReplyEnd failed(String type, @Nullable String code, String message) {
		ObjectNode details = Json.object().put("type", "failed");
		details.putObject("error").put("type", type).put("code", code).put("message", message);
		return new ReplyEnd("failed", details);
	}

	/**
	 * Return the end of a response that was stopped by the content filter.
	 * @return the end
	 */
	public static ReplyEnd contentFiltered() {
		return incomplete("content_filter");
	}

	/**
	 * Return the end of a response whose quota is exceeded.
	 * @return the end
	 */
	public static ReplyEnd quotaExceeded() {
		return failed("insufficient_quota", "insufficient_quota",
				"You exceeded your current quota, please check your plan and billing details.");
	}

	/**
	 * Return the end of a response that exceeds the rate limit.
	 * @param tokensPerMinute the limit that was reached
	 * @return the end
	 */
	public static ReplyEnd rateLimited(long tokensPerMinute) {
		return failed("tokens", "rate_limit_exceeded",
				"Rate limit reached on tokens per min (TPM): Limit " + tokensPerMinute + ". Please try again later.");
	}

	/**
	 * Return the end of a response that failed at the service.
	 * @return the end
	 */
	public static ReplyEnd serverError() {
		return failed("server_error", null, "The server had an error while processing your request. Sorry about that!");
	}

	/**
	 * Return whether the response is completed.
	 * @return {@code true} if it was completed
	 */
	public boolean isCompleted() {
		return "completed".equals(this.status);
	}

}
