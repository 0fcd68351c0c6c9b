package io.realtime4j.simulator.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.realtime4j.simulator.wire.Ids;
import io.realtime4j.simulator.wire.Json;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests that are refused, in the words of the service.
 */
final class HttpErrors {

	private static final int UNAUTHORIZED = 401;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private static final int SHOWN_LETTERS = 4;

	private static final int LONG_KEY = 16;

	private HttpErrors() {
	}

	static void wrongKey(HttpServletResponse response, @Nullable String key) throws IOException {
		if (key == null) {
			send(response, UNAUTHORIZED, "invalid_request_error", null,
					"Missing bearer or basic authentication in header");
			return;
		}
		String shown = (key.length() < LONG_KEY) ? "***" : "***" + key.substring(key.length() - SHOWN_LETTERS);
		send(response, UNAUTHORIZED, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: " + shown
				+ ". You can find your API key at https://platform.openai.com/account/api-keys.");
	}

	static void scripted(HttpServletResponse response, HandshakeScript.Refusal refusal) throws IOException {
		if (refusal.retryAfterSeconds() != null) {
			response.setHeader("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
		}
		int status = refusal.status();
		if (status == TOO_MANY_REQUESTS) {
			send(response, status, "requests", "rate_limit_exceeded", "Rate limit reached. Please try again later.");
		}
		else if (status >= SERVER_ERROR) {
			send(response, status, "server_error", null, "The server had an error while processing your request.");
		}
		else {
			send(response, status, "invalid_request_error", null,
					"The request was refused with status " + status + ".");
		}
	}

	/**
	 * Give the answer to a request a number, as the service does.
	 * @param response the answer
	 */
	static void identify(HttpServletResponse response) {
		response.setHeader("x-request-id", new Ids().next("req"));
	}

	static void send(HttpServletResponse response, int status, String type, @Nullable String code, String message)
			throws IOException {
		send(response, status,
				Json.object().put("message", message).put("type", type).putNull("param").put("code", code));
	}

	static void send(HttpServletResponse response, int status, ObjectNode error) throws IOException {
		identify(response);
		ObjectNode body = Json.object();
		body.set("error", error.without("event_id"));
		response.setStatus(status);
		response.setContentType("application/json");
		response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
	}

}
