package io.realtime4j.simulator.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.realtime4j.simulator.connection.FrameSender;
import io.realtime4j.simulator.connection.ServedConnection;
import io.realtime4j.simulator.session.SessionRefusal;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.time.Timeline;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

/**
 * Takes handshakes, or refuses them.
 */
final class RealtimeServlet extends HttpServlet {

	private static final long serialVersionUID = 1L;

	private static final int BAD_REQUEST = 400;

	private static final int NOT_FOUND = 404;

	private final transient ServerSettings settings;

	private final transient KeyCheck keys;

	private final transient SessionLookup lookup;

	private final transient HandshakeScript script;

	private final transient Timeline timeline;

	private final transient SocketCutter cutter;

	private final transient BiFunction<Arrival, FrameSender, ServedConnection> connections;

	RealtimeServlet(ServerSettings settings, KeyCheck keys, SessionLookup lookup, HandshakeScript script,
			Timeline timeline, SocketCutter cutter, BiFunction<Arrival, FrameSender, ServedConnection> connections) {
		this.settings = settings;
		this.keys = keys;
		this.lookup = lookup;
		this.script = script;
		this.timeline = timeline;
		this.cutter = cutter;
		this.connections = connections;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		Duration delay = (request.getDispatcherType() == DispatcherType.ASYNC) ? Duration.ZERO
				: this.script.nextDelay();
		if (!delay.isZero()) {
			AsyncContext later = request.startAsync();
			later.setTimeout(0);
			this.timeline.schedule(delay, later::dispatch);
			return;
		}
		answer(request, response);
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		HandshakeReader reader = new HandshakeReader(request);
		HandshakeScript.Refusal refusal = this.script.nextRefusal();
		if (refusal != null) {
			HttpErrors.scripted(response, refusal);
		}
		else if (!this.keys.opensSession(reader.key()) && !this.settings.refusesLate()) {
			HttpErrors.wrongKey(response, reader.key());
		}
		else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
			HttpErrors.send(response, BAD_REQUEST, "invalid_request_error", null,
					"This endpoint takes WebSocket connections only.");
		}
		else {
			SessionRequest session = this.lookup.complete(reader.session(), reader.key());
			if (session == null) {
				HttpErrors.send(response, NOT_FOUND, "invalid_request_error", "call_id_not_found",
						"No call or session to join was found.");
				return;
			}
			upgrade(new Arrival(reader.handshake(), session.withRefusal(refusal(reader))), request, response);
		}
	}

	private @Nullable SessionRefusal refusal(HandshakeReader reader) {
		if (!this.keys.opensSession(reader.key())) {
			return (reader.key() != null) ? SessionRefusal.wrongKey() : SessionRefusal.missingKey();
		}
		return (reader.isBeta() && !this.settings.beta()) ? SessionRefusal.betaDisabled() : null;
	}

	private void upgrade(Arrival arrival, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		ServerContainer container = (ServerContainer) request.getServletContext()
			.getAttribute(ServerContainer.class.getName());
		ServedEndpoint endpoint = new ServedEndpoint(arrival, this.connections, this.cutter, request.getRemotePort(),
				this.settings.maxMessageLength());
		ServerEndpointConfig config = ServerEndpointConfig.Builder.create(ServedEndpoint.class, request.getRequestURI())
			.subprotocols(List.of("realtime"))
			.configurator(new FixedEndpoint(endpoint))
			.build();
		try {
			container.upgradeHttpToWebSocket(request, response, config, Map.of());
		}
		catch (DeploymentException ex) {
			throw new ServletException(ex);
		}
	}

	/**
	 * Hands out one endpoint.
	 */
	private static final class FixedEndpoint extends ServerEndpointConfig.Configurator {

		private final ServedEndpoint endpoint;

		FixedEndpoint(ServedEndpoint endpoint) {
			this.endpoint = endpoint;
		}

		@Override
		public <T> T getEndpointInstance(Class<T> type) {
			return type.cast(this.endpoint);
		}

	}

}
