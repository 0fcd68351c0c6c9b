package io.realtime4j.spring.boot.autoconfigure.phone;

import java.util.List;
import java.util.Map;

import io.realtime4j.spring.bridge.http.BridgeHandshakeHandler;

import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;

/**
 * Internal mappings of the endpoints of a carrier.
 */
public final class PhoneMappings {

	/**
	 * Before the resources of the application, which take any path.
	 */
	private static final int ORDER = 1;

	private PhoneMappings() {
	}

	/**
	 * Map a webhook.
	 * @param path its path
	 * @param handler its handler
	 * @return the mapping
	 */
	public static SimpleUrlHandlerMapping webhook(String path, HttpRequestHandler handler) {
		return new SimpleUrlHandlerMapping(Map.of(path, handler), ORDER);
	}

	/**
	 * Map the media streams.
	 * @param path their path
	 * @param handler their handler
	 * @param door refuses those that did not come from the carrier
	 * @param protocols the subprotocols that the carrier may ask for
	 * @return the mapping
	 */
	public static WebSocketHandlerMapping media(String path, WebSocketHandler handler, HandshakeInterceptor door,
			String... protocols) {
		DefaultHandshakeHandler handshake = new DefaultHandshakeHandler();
		handshake.setSupportedProtocols(protocols);
		BridgeHandshakeHandler handshakes = new BridgeHandshakeHandler(handler, handshake, false);
		handshakes.setHandshakeInterceptors(List.of(door));
		WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
		mapping.setWebSocketUpgradeMatch(true);
		mapping.setOrder(ORDER);
		mapping.setUrlMap(Map.of(path, handshakes));
		return mapping;
	}

}
