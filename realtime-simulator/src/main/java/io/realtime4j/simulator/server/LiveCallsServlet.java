package io.realtime4j.simulator.server;

import java.io.IOException;

import io.realtime4j.simulator.rest.Calls;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.wire.Json;
import io.realtime4j.simulator.wire.ProtocolErrors;
import io.realtime4j.simulator.wire.ProtocolException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Begins, accepts, rejects, refers and ends calls of live sessions.
 */
final class LiveCallsServlet extends RestServlet {

	private static final long serialVersionUID = 1L;

	private final transient Calls calls;

	LiveCallsServlet(KeyCheck keys, HandshakeScript script, Calls calls) {
		super(keys, script);
		this.calls = calls;
	}

	@Override
	void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String path = request.getPathInfo();
		if (path == null || "/".equals(path)) {
			begin(request, response);
			return;
		}
		String[] names = path.substring(1).split("/");
		SimulatedCall call = this.calls.findLive(names[0]);
		if (call == null || names.length != 2 || !this.calls.changeLive(call, names[1], body(request))) {
			notFound(response, "session_not_found", "No session found with id '" + names[0] + "'.");
		}
	}

	private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
		ObjectNode body = body(request);
		ObjectNode session = required(body, "session");
		ObjectNode transport = required(body, "transport");
		if (!"webrtc".equals(Json.text(transport, "type"))) {
			throw new ProtocolException("invalid_value", "This server takes the transport 'webrtc' only.",
					"transport.type");
		}
		String offer = Json.text(transport, "sdp");
		if (offer == null || !offer.startsWith("v=0")) {
			throw new ProtocolException("invalid_offer", "The SDP offer is missing or is not valid.", "transport.sdp");
		}
		SimulatedCall call = this.calls.beginLive(session);
		ObjectNode answer = Json.object();
		answer.set("session", session.deepCopy().put("id", call.liveId()));
		answer.putObject("transport").put("type", "webrtc").put("sdp", Calls.answer(offer));
		answer(response, answer);
	}

	private static ObjectNode required(ObjectNode body, String name) {
		@Nullable ObjectNode member = Json.member(body, name);
		if (member == null) {
			throw ProtocolErrors.missing(name);
		}
		return member;
	}

}
