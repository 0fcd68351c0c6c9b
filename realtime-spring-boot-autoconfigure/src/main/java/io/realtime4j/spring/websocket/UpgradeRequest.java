package io.realtime4j.spring.websocket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.realtime4j.transport.ConnectFailed;
import jakarta.websocket.ClientEndpointConfig;
import org.jspecify.annotations.Nullable;

/**
 * The request of an upgrade to WebSocket, and the check of what answers it. Extensions
 * are not offered.
 */
final class UpgradeRequest {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final URI uri;

	private final List<String> subprotocols;

	private final String key;

	UpgradeRequest(Route route, ClientEndpointConfig config) {
		this.uri = route.uri();
		this.subprotocols = Target.of(config).subprotocols();
		byte[] nonce = new byte[16];
		RANDOM.nextBytes(nonce);
		this.key = Base64.getEncoder().encodeToString(nonce);
		put("Host", route.authority());
		put("Upgrade", "websocket");
		put("Connection", "Upgrade");
		put("Sec-WebSocket-Version", "13");
		put("Sec-WebSocket-Key", this.key);
		config.getConfigurator().beforeRequest(this.headers);
		if (!this.subprotocols.isEmpty()) {
			put("Sec-WebSocket-Protocol", String.join(", ", this.subprotocols));
		}
	}

	private void put(String name, String value) {
		this.headers.put(name, List.of(value));
	}

	byte[] bytes() throws HandshakeException {
		for (Map.Entry<String, List<String>> header : this.headers.entrySet()) {
			if (header.getValue().stream().anyMatch((value) -> value.matches("(?s).*[\\r\\n].*"))) {
				throw broken("the header " + header.getKey() + " holds a line break");
			}
		}
		String path = this.uri.getRawPath();
		StringBuilder request = new StringBuilder("GET ").append((path == null || path.isEmpty()) ? "/" : path);
		if (this.uri.getRawQuery() != null) {
			request.append('?').append(this.uri.getRawQuery());
		}
		request.append(" HTTP/1.1\r\n");
		this.headers.forEach((name, values) -> {
			for (String value : values) {
				request.append(name).append(": ").append(value).append("\r\n");
			}
		});
		return request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Check that the answer fits to the request.
	 * @param answer an answer with status 101
	 * @return the subprotocol that the server chose, or {@code null} if none
	 */
	@Nullable String check(HttpHead answer) throws HandshakeException {
		String upgrade = answer.header("Upgrade");
		if (upgrade == null || !upgrade.toLowerCase(Locale.ROOT).contains("websocket")
				|| !accept().equals(answer.header("Sec-WebSocket-Accept"))) {
			throw broken("it answers the handshake wrongly");
		}
		String extensions = answer.header("Sec-WebSocket-Extensions");
		if (extensions != null && !extensions.isBlank()) {
			throw broken("it wants an extension of WebSocket, such as compression, that was not offered");
		}
		String subprotocol = answer.header("Sec-WebSocket-Protocol");
		if (subprotocol != null && !this.subprotocols.contains(subprotocol)) {
			throw broken("it wants a subprotocol that was not offered");
		}
		return subprotocol;
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

	private static HandshakeException broken(String problem) {
		return new HandshakeException(new ConnectFailed(problem));
	}

}
