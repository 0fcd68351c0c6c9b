package io.realtime4j.simulator.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.realtime4j.simulator.rest.Calls;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Begins, accepts, rejects, refers and ends calls.
 */
final class CallsServlet extends RestServlet {

	private static final long serialVersionUID = 1L;

	private static final int CREATED = 201;

	private final transient Calls calls;

	CallsServlet(KeyCheck keys, HandshakeScript script, Calls calls) {
		super(keys, script);
		this.calls = calls;
	}

	@Override
	void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		String path = request.getPathInfo();
		if (path == null || "/".equals(path)) {
			begin(request, response);
			return;
		}
		String[] names = path.substring(1).split("/");
		SimulatedCall call = this.calls.find(names[0]);
		if (call == null || names.length != 2 || !this.calls.change(call, names[1], body(request))) {
			notFound(response, "call_id_not_found", "No call found with id '" + names[0] + "'.");
		}
	}

	private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		String type = request.getContentType();
		boolean form = type != null && type.startsWith("multipart/form-data");
		String offer = (form) ? part(request, "sdp") : text(request.getInputStream().readAllBytes());
		ObjectNode session = (form) ? parse(part(request, "session")) : Json.object();
		if (offer == null || !offer.startsWith("v=0")) {
			throw new ProtocolException("invalid_offer", "The SDP offer is missing or is not valid.", "sdp");
		}
		SimulatedCall call = this.calls.begin((session.isEmpty()) ? null : session);
		response.setStatus(CREATED);
		response.setHeader("Location", "/v1/realtime/calls/" + call.id());
		response.setContentType("application/sdp");
		response.getOutputStream().write(Calls.answer(offer).getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String part(HttpServletRequest request, String name) throws IOException, ServletException {
		Part part = request.getPart(name);
		return (part != null) ? text(part.getInputStream().readAllBytes()) : null;
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
