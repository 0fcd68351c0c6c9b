package io.realtime4j.spring.rest;

import java.io.IOException;
import java.time.Instant;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.transport.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Reads why the service refused a request.
 */
final class RestErrors {

	private static final int MAX_BODY = 64 * 1024;

	private RestErrors() {
	}

	static RealtimeRestException read(ClientHttpResponse response) throws IOException {
		HttpHeaders headers = response.getHeaders();
		return new RealtimeRestException(new RealtimeRestException.Refusal(response.getStatusCode().value(),
				error(response.getBody().readNBytes(MAX_BODY)), headers.getFirst("x-request-id"), RetryAfter.parse(
						headers.getFirst(HttpHeaders.RETRY_AFTER), headers.getFirst(HttpHeaders.DATE), Instant.now())));
	}

	private static @Nullable RealtimeError error(byte[] body) {
		try {
			JsonNode error = JsonMapper.shared().readTree(body).path("error");
			return error.isObject() ? new RealtimeError(text(error, "type"), text(error, "code"),
					text(error, "message"), text(error, "param"), null) : null;
		}
		catch (JacksonException ex) {
			// A proxy answered, in HTML for example
			return null;
		}
	}

	private static @Nullable String text(JsonNode error, String name) {
		JsonNode value = error.path(name);
		return (value.isValueNode() && !value.isNull()) ? value.asString() : null;
	}

}
