package io.realtime4j.spring.bridge.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.bridge.PageLimits;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import io.realtime4j.spring.bridge.connection.PageConnection;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * {@code WebSocketHandler} that hands what happens to a socket to the connection of its
 * page.
 */
final class BridgeWebSocketHandler extends AbstractWebSocketHandler implements SubProtocolCapable {

	/**
	 * The server cuts a connection in the middle of a frame that is too large for it, and
	 * the page does not learn why. Up to twice the limit it is told.
	 */
	private static final int MARGIN = 2;

	private final Map<String, PageConnection> connections = new ConcurrentHashMap<>();

	private final RealtimeBridge bridge;

	private final PageLimits limits;

	BridgeWebSocketHandler(RealtimeBridge bridge, PageLimits limits) {
		this.bridge = bridge;
		this.limits = limits;
	}

	@Override
	public List<String> getSubProtocols() {
		return List.of(this.bridge.subprotocol());
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		socket.setTextMessageSizeLimit(limit(this.limits.maxTextSize()));
		socket.setBinaryMessageSizeLimit(limit(this.limits.maxAudioSize()));
		this.connections.put(socket.getId(), this.bridge.connect(socket));
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		PageConnection connection = this.connections.get(socket.getId());
		if (connection != null && isWithin(this.limits.maxTextSize(), message, connection)) {
			connection.onText(message.getPayload());
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
		PageConnection connection = this.connections.get(socket.getId());
		if (connection != null && isWithin(this.limits.maxAudioSize(), message, connection)) {
			connection.onBinary(message.getPayload());
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
		PageConnection connection = this.connections.get(socket.getId());
		if (connection != null) {
			connection.onPong();
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		PageConnection connection = this.connections.remove(socket.getId());
		if (connection != null) {
			this.bridge.disconnect(connection, status);
		}
	}

	private static boolean isWithin(int limit, WebSocketMessage<?> message, PageConnection connection) {
		if (message.getPayloadLength() > limit) {
			connection.close(CloseReasons.TOO_LARGE);
			return false;
		}
		return true;
	}

	private static int limit(int size) {
		return (int) Math.min(Integer.MAX_VALUE, (long) MARGIN * size);
	}

}
