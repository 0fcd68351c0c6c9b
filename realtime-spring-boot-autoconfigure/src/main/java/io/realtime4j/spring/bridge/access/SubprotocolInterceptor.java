package io.realtime4j.spring.bridge.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal handshake interceptor that refuses clients which do not offer the subprotocol;
 * the server itself would accept them.
 */
public class SubprotocolInterceptor implements HandshakeInterceptor {

	private final String subprotocol;

	private final boolean required;

	/**
	 * Create an interceptor.
	 * @param subprotocol the subprotocol that clients have to offer
	 * @param required whether a client that offers none at all is refused too
	 */
	public SubprotocolInterceptor(String subprotocol, boolean required) {
		this.subprotocol = subprotocol;
		this.required = required;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		List<String> offers = request.getHeaders().getOrEmpty(WebSocketHttpHeaders.SEC_WEBSOCKET_PROTOCOL);
		boolean offered = offers.stream()
			.flatMap((offer) -> Stream.of(offer.split(",")))
			.map(String::strip)
			.anyMatch(this.subprotocol::equals);
		boolean welcome = offered || (offers.isEmpty() && !this.required);
		if (!welcome) {
			response.setStatusCode(HttpStatus.BAD_REQUEST);
		}
		return welcome;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
	}

}
