package io.realtime4j.simulator.server;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.realtime4j.simulator.connection.Handshake;
import io.realtime4j.simulator.session.SessionRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client asks for when it connects.
 */
final class HandshakeReader {

	private static final String KEY_SUBPROTOCOL = "openai-insecure-api-key.";

	private static final String BEARER = "Bearer ";

	private final HttpServletRequest request;

	private final List<String> subprotocols;

	HandshakeReader(HttpServletRequest request) {
		this.request = request;
		this.subprotocols = Collections.list(request.getHeaders("Sec-WebSocket-Protocol"))
			.stream()
			.flatMap((header) -> Arrays.stream(header.split(",")))
			.map(String::strip)
			.toList();
	}

	/**
	 * Return the key that the client gives.
	 * @return the key, or {@code null} if there is none
	 */
	@Nullable String key() {
		String authorization = this.request.getHeader("Authorization");
		if (authorization != null && authorization.startsWith(BEARER)) {
			return authorization.substring(BEARER.length()).strip();
		}
		String azure = this.request.getHeader("api-key");
		if (azure != null) {
			return azure;
		}
		return this.subprotocols.stream()
			.filter((subprotocol) -> subprotocol.startsWith(KEY_SUBPROTOCOL))
			.map((subprotocol) -> subprotocol.substring(KEY_SUBPROTOCOL.length()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return whether the client speaks the beta protocol.
	 * @return {@code true} if it says so, or has no other way to say it
	 */
	boolean isBeta() {
		String header = this.request.getHeader("OpenAI-Beta");
		return (header != null && header.contains("realtime=v1"))
				|| this.subprotocols.contains("openai-beta.realtime-v1")
				|| this.request.getParameter("deployment") != null;
	}

	/**
	 * Return what the client asks for.
	 * @return what the URL says
	 */
	SessionRequest session() {
		String model = this.request.getParameter("model");
		String named = (model != null) ? model : this.request.getParameter("deployment");
		if (this.request.getServletPath().endsWith("/translations")) {
			return SessionRequest.translation(named);
		}
		if (this.request.getServletPath().endsWith(EmbeddedServer.LIVE)) {
			String path = this.request.getPathInfo();
			return (path != null) ? SessionRequest.attachment(path.split("/")[1]) : SessionRequest.live();
		}
		boolean transcription = "transcription".equals(this.request.getParameter("intent"));
		return new SessionRequest((transcription) ? SessionRequest.Kind.TRANSCRIPTION : SessionRequest.Kind.REALTIME,
				named, this.request.getParameter("call_id"), null, null, null);
	}

	/**
	 * Return the request by which the client connects.
	 * @return the request without its credentials
	 */
	Handshake handshake() {
		Map<String, List<String>> query = new HashMap<>();
		this.request.getParameterMap().forEach((name, values) -> {
			if (!"api-key".equals(name)) {
				query.put(name, List.of(values));
			}
		});
		Map<String, List<String>> headers = new HashMap<>();
		for (String name : Collections.list(this.request.getHeaderNames())) {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!List.of("authorization", "api-key", "sec-websocket-protocol", "cookie").contains(lower)) {
				headers.put(lower, Collections.list(this.request.getHeaders(name)));
			}
		}
		List<String> offered = this.subprotocols.stream().filter((name) -> !name.startsWith(KEY_SUBPROTOCOL)).toList();
		return new Handshake(this.request.getRequestURI(), query, headers, offered, key() != null, isBeta());
	}

}
