package io.realtime4j.simulator.model;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a response ends.
 *
 * @param status the status of the response
 * @param details its {@code status_details}, or {@code null}
 */
public record ReplyEnd(String status, @Nullable ObjectNode details) {

	/**
	 * Return the end of a response that came through.
	 * @return the end
	 */
	public static ReplyEnd completed() {
		return new ReplyEnd("completed", null);
	}

	/**
	 * Return the end of a response that was called off.
	 * @param reason {@code client_cancelled} or {@code turn_detected}
	 * @return the end
	 */
	public static ReplyEnd cancelled(String reason) {
		return new ReplyEnd("cancelled", Json.object().put("type", "cancelled").put("reason", reason));
	}

	/**
	 * Return the end of a response that was cut short.
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
	 * Return whether the response came through.
	 * @return {@code true} if it was completed
	 */
	public boolean isCompleted() {
		return "completed".equals(this.status);
	}

}
