package io.realtime4j.spring.phone.engine;

import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Internal base of the interceptors that refuse media streams that did not come from
 * their carrier.
 */
public abstract class StreamDoor implements HandshakeInterceptor {

	private static final Log logger = LogFactory.getLog(StreamDoor.class);

	@Override
	public final boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response,
			WebSocketHandler handler, Map<String, Object> attributes) {
		boolean admitted = isAddress(request) && admits(request, attributes);
		if (!admitted) {
			// Strangers decide how often this happens
			logger.debug("A media stream was refused that its carrier did not open");
			response.setStatusCode(HttpStatus.FORBIDDEN);
		}
		return admitted;
	}

	/**
	 * Return whether a request is for the address of the streams.
	 * @param request the request
	 * @return whether it is, by default if it has no query
	 */
	protected boolean isAddress(ServerHttpRequest request) {
		return request.getURI().getRawQuery() == null;
	}

	/**
	 * Return whether the carrier opened a stream.
	 * @param request the request for the address of the streams
	 * @param attributes the attributes of the connection
	 * @return whether it did
	 */
	protected abstract boolean admits(ServerHttpRequest request, Map<String, Object> attributes);

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// Nothing is to be done
	}

}
