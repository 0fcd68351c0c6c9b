package io.realtime4j.spring.bridge;

import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.usage.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.WebSocketSession;

/**
 * Connection of the user of a page: the one with which the conversation began. Listeners
 * find it by {@link #of(VoiceSession)}.
 *
 * @param id the id of the connection
 * @param principal who is logged in, or {@code null} if nobody is
 * @param remoteAddress the address of the client, or of the proxy in front of the server,
 * or {@code null} if it is not known
 * @param headers the headers of the handshake without credentials; names do not depend on
 * case
 * @param attributes what handshake interceptors of the application noted
 * @since 0.1.0
 */
public record BridgeConnection(String id, @Nullable Principal principal, @Nullable String remoteAddress,
		Map<String, List<String>> headers, Map<String, Object> attributes) {

	private static final List<String> CREDENTIALS = List.of("auth", "cookie", "token", "secret", "key", "csrf", "xsrf",
			"password", "session", "credential", "sec-websocket");

	private static final Set<String> HARMLESS = Set.of("sec-websocket-version", "sec-websocket-extensions");

	/**
	 * Create a new {@link BridgeConnection} instance.
	 */
	public BridgeConnection {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> {
			if (!isCredential(name)) {
				copy.put(name, List.copyOf(values));
			}
		});
		headers = Collections.unmodifiableMap(copy);
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Return the connection of a WebSocket.
	 * @param socket the WebSocket
	 * @return the connection
	 */
	public static BridgeConnection of(WebSocketSession socket) {
		InetSocketAddress address = socket.getRemoteAddress();
		HttpHeaders headers = socket.getHandshakeHeaders();
		Map<String, List<String>> copy = new TreeMap<>();
		headers.forEach(copy::put);
		return new BridgeConnection(socket.getId(), socket.getPrincipal(),
				(address != null) ? address.getHostString() : null, copy, socket.getAttributes());
	}

	/**
	 * Return the connection of an HTTP request.
	 * @param request the request
	 * @return the connection
	 */
	public static BridgeConnection of(HttpServletRequest request) {
		Map<String, List<String>> headers = new TreeMap<>();
		request.getHeaderNames()
			.asIterator()
			.forEachRemaining((name) -> headers.put(name, Collections.list(request.getHeaders(name))));
		return new BridgeConnection(UUID.randomUUID().toString(), request.getUserPrincipal(), request.getRemoteAddr(),
				headers, Map.of());
	}

	/**
	 * Return the connection of the page of a session.
	 * @param session the session
	 * @return the connection, or {@code null} if the session is not that of a page
	 */
	public static @Nullable BridgeConnection of(VoiceSession session) {
		return session.feature(BridgeConnection.class);
	}

	/**
	 * Return the user whose sessions are counted together.
	 * @return the user, or where nobody is logged in the address
	 */
	public String user() {
		return (this.principal != null) ? "user " + this.principal.getName() : "address " + address();
	}

	/**
	 * Return the tenant whose {@linkplain io.realtime4j.usage.TenantBudget budget} pays
	 * for the session, unless a customizer names another one.
	 * @return the user, or nothing where nobody is logged in
	 */
	public Optional<Tenant> tenant() {
		return Optional.ofNullable(this.principal).map((user) -> new Tenant(user.getName()));
	}

	/**
	 * Return the address whose connections are counted together.
	 * @return the address, of IPv6 the network
	 */
	public String address() {
		return RemoteAddresses.client(this.remoteAddress);
	}

	private static boolean isCredential(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return !HARMLESS.contains(lowerCase) && CREDENTIALS.stream().anyMatch(lowerCase::contains);
	}

	/**
	 * Return a text without headers and attributes, which may be confidential.
	 */
	@Override
	public String toString() {
		return "BridgeConnection[id=" + this.id + ", user=" + user() + "]";
	}

}
