package io.realtime4j.spring.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.realtime4j.transport.ConnectFailed;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.HandshakeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Adds the headers to the handshake of one connection, and judges the answer. A container
 * that would ask a second time, as a redirect wants it to, is stopped: that would carry
 * the credentials elsewhere.
 */
final class HandshakeConfigurator extends ClientEndpointConfig.Configurator {

	private static final String KEY = "Sec-WebSocket-Key";

	// Of RFC 6455
	private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private final Map<String, String> headers;

	private final List<String> subprotocols;

	private @Nullable String key;

	HandshakeConfigurator(Map<String, String> headers, List<String> subprotocols) {
		this.headers = headers;
		this.subprotocols = subprotocols;
	}

	@Override
	public void beforeRequest(Map<String, List<String>> request) {
		if (this.key != null) {
			throw rejected("it redirects, which is not followed; use the final address", true);
		}
		this.key = first(request, KEY);
		request.keySet().removeIf((name) -> this.headers.keySet().stream().anyMatch(name::equalsIgnoreCase));
		this.headers.forEach((name, value) -> request.put(name, List.of(value)));
	}

	@Override
	public void afterResponse(HandshakeResponse response) {
		Map<String, List<String>> answer = response.getHeaders();
		if (!accept().equals(first(answer, HandshakeResponse.SEC_WEBSOCKET_ACCEPT))) {
			throw rejected("its answer to the handshake is invalid", false);
		}
		if (!first(answer, "Sec-WebSocket-Extensions").isBlank()) {
			throw rejected("it uses an extension of WebSocket, such as compression, that was not offered", false);
		}
		String subprotocol = first(answer, "Sec-WebSocket-Protocol").trim();
		if (!subprotocol.isEmpty() && !this.subprotocols.contains(subprotocol)) {
			throw rejected("it selects a subprotocol that was not offered", false);
		}
	}

	private static String first(Map<String, List<String>> headers, String name) {
		Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		byName.putAll(headers);
		List<String> values = byName.getOrDefault(name, List.of());
		return values.isEmpty() ? "" : values.get(0);
	}

	private String accept() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-1")
				.digest((this.key + ACCEPT_SUFFIX).getBytes(StandardCharsets.ISO_8859_1));
			return Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HandshakeRejected rejected(String problem, boolean permanent) {
		return new HandshakeRejected(new ConnectFailed(problem, permanent));
	}

}
