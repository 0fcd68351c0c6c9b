package io.realtime4j.spring.bridge.connection;

import java.util.Map;

import io.realtime4j.spring.context.ThreadContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal handshake interceptor that keeps what belongs to the thread of the handshake,
 * such as the user of Spring Security and the trace, for the session that the page asks
 * for later.
 */
public final class ContextInterceptor implements HandshakeInterceptor {

	private final ThreadContext context;

	/**
	 * Create an interceptor.
	 * @param context captures what belongs to a thread
	 */
	public ContextInterceptor(ThreadContext context) {
		this.context = context;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) {
		attributes.put(PageWebSocketHandler.CONTEXT, this.context.capture());
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
	}

}
