package io.realtime4j.simulator.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes requests over HTTP, or refuses them.
 */
abstract class RestServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final int BAD_REQUEST = 400;

	private static final int NOT_FOUND = 404;

	private final transient KeyCheck keys;

	private final transient HandshakeScript script;

	RestServlet(KeyCheck keys, HandshakeScript script) {
		this.keys = keys;
		this.script = script;
	}

	@Override
	protected final void doPost(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		HttpErrors.identify(response);
		HandshakeScript.Refusal refusal = this.script.nextRefusal();
		String key = new HandshakeReader(request).key();
		if (refusal != null) {
			HttpErrors.scripted(response, refusal);
			return;
		}
		if (!this.keys.isRight(key)) {
			HttpErrors.wrongKey(response, key);
			return;
		}
		try {
			handle(request, response);
		}
		catch (ProtocolException ex) {
			HttpErrors.send(response, BAD_REQUEST, ex.toError(null));
		}
	}

	/**
	 * Handle a request whose key is right.
	 * @param request the request
	 * @param response the response
	 * @throws ProtocolException if the request does not fit
	 */
	abstract void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

	static ObjectNode body(HttpServletRequest request) throws IOException {
		return parse(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
	}

	static ObjectNode parse(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return Json.object();
		}
		ObjectNode body = Json.readObject(text);
		if (body == null) {
			throw ProtocolErrors.invalidJson();
		}
		return body;
	}

	static void answer(HttpServletResponse response, ObjectNode body) throws IOException {
		response.setContentType("application/json");
		response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
	}

	static void notFound(HttpServletResponse response, @Nullable String code, String message) throws IOException {
		HttpErrors.send(response, NOT_FOUND, "invalid_request_error", code, message);
	}

}
