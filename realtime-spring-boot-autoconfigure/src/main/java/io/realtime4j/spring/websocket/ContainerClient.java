package io.realtime4j.spring.websocket;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.EndpointUris;
import io.realtime4j.transport.ServerAddress;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.WebSocketContainer;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketHandlerAdapter;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.client.AbstractWebSocketClient;

/**
 * Spring's client for one connection by a container of Jakarta WebSocket. What it is
 * given as the address and as headers may be in a log: the true ones go past it.
 */
final class ContainerClient extends AbstractWebSocketClient {

	private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";

	private static final String TOMCAT = "org.apache.tomcat.websocket.";

	private final WebSocketContainer container;

	private final WebSocketTransportSettings settings;

	private final ConnectionRequest request;

	ContainerClient(WebSocketContainer container, WebSocketTransportSettings settings, ConnectionRequest request) {
		this.container = container;
		this.settings = settings;
		this.request = request;
	}

	/**
	 * Return once there is a connection.
	 * @param handler hears of it
	 * @throws RuntimeException if there is none, with the cause
	 */
	void connect(WebSocketHandler handler) {
		check();
		execute(handler, null, URI.create(this.request.uri().getScheme() + "://localhost/")).join();
	}

	private void check() {
		this.request.headers().forEach((name, value) -> {
			if (value.chars().anyMatch((character) -> character == '\r' || character == '\n')) {
				throw rejected("the header " + name + " holds a line break", false);
			}
		});
		if (ServerAddress.of(this.request.uri()) == null) {
			throw rejected("the address has no host", true);
		}
		if (this.request.uri().getHost() == null) {
			throw rejected("the host has a name that only Netty connects to", true);
		}
		if (LogFactory.getLog(this.container.getClass()).isTraceEnabled()
				&& EndpointUris.mayHoldSecrets(this.request.uri())) {
			throw rejected("the log of the client would show the parameters of the address: raise the level of "
					+ this.container.getClass().getName(), true);
		}
	}

	private static HandshakeRejected rejected(String problem, boolean permanent) {
		return new HandshakeRejected(new ConnectFailed(problem, permanent));
	}

	@Override
	protected CompletableFuture<WebSocketSession> executeInternal(WebSocketHandler handler, HttpHeaders headers,
			URI address, List<String> protocols, List<WebSocketExtension> extensions, Map<String, Object> attributes) {
		URI uri = this.request.uri();
		StandardWebSocketSession session = new StandardWebSocketSession(headers, attributes, null,
				InetSocketAddress.createUnresolved(uri.getHost(), Math.max(0, uri.getPort())));
		try {
			this.container.connectToServer(new StandardWebSocketHandlerAdapter(handler, session), config(), uri);
			return CompletableFuture.completedFuture(session);
		}
		catch (Exception ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private ClientEndpointConfig config() {
		Map<String, String> headers = new LinkedHashMap<>();
		List<String> subprotocols = new ArrayList<>(this.request.subprotocols());
		this.request.headers().forEach((name, value) -> {
			if (SUBPROTOCOLS.equalsIgnoreCase(name)) {
				subprotocols.addAll(List.of(value.trim().split("\\s*,\\s*")));
			}
			else {
				headers.put(name, value);
			}
		});
		if (!subprotocols.isEmpty()) {
			headers.put(SUBPROTOCOLS, String.join(", ", subprotocols));
		}
		ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
			.configurator(new HandshakeConfigurator(headers, subprotocols))
			.sslContext(secure() ? this.settings.sslContext().get() : null)
			.build();
		config.getUserProperties().putAll(bounds());
		return config;
	}

	// Where the interfaces have none. Other containers than Tomcat do not look at them.
	// A send that stands still is ended by the connection before
	private Map<String, Object> bounds() {
		return Map.of(TOMCAT + "IO_TIMEOUT_MS", String.valueOf(this.request.timeout().toMillis()),
				TOMCAT + "BLOCKING_SEND_TIMEOUT", 2 * this.settings.sendTimeout().toMillis(),
				TOMCAT + "SESSION_CLOSE_TIMEOUT", this.settings.closeTimeout().toMillis());
	}

	private boolean secure() {
		return "wss".equals(this.request.uri().getScheme().toLowerCase(Locale.ROOT));
	}

}
