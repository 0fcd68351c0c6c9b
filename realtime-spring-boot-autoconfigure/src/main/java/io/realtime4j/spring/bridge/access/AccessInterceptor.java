package io.realtime4j.spring.bridge.access;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal handshake interceptor that refuses pages without access to the bridge.
 */
public class AccessInterceptor implements HandshakeInterceptor {

	private final AccessRules rules;

	/**
	 * Create an interceptor.
	 * @param rules the rules
	 */
	public AccessInterceptor(AccessRules rules) {
		this.rules = rules;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		boolean welcome = request instanceof ServletServerHttpRequest servlet
				&& this.rules.allowHandshake(servlet.getServletRequest());
		if (!welcome) {
			response.setStatusCode(HttpStatus.FORBIDDEN);
		}
		return welcome;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
	}

}
