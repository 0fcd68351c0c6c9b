package io.realtime4j.spring.bridge.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.spring.bridge.PageLimits;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * {@code WebSocketHandler} that hands what happens to a socket to the connection of its
 * page.
 */
final class BridgeWebSocketHandler extends AbstractWebSocketHandler implements SubProtocolCapable {

	/**
	 * Containers hold a buffer of the largest piece for each connection, as long as it is
	 * open.
	 */
	private static final int PIECE = 8 * 1024;

	private final Map<String, PageFrames> connections = new ConcurrentHashMap<>();

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
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		socket.setTextMessageSizeLimit(PIECE);
		socket.setBinaryMessageSizeLimit(PIECE);
		this.connections.put(socket.getId(), new PageFrames(this.bridge.connect(socket), this.limits));
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		PageFrames frames = this.connections.get(socket.getId());
		if (frames != null) {
			frames.onText(message.getPayload(), message.isLast());
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
		PageFrames frames = this.connections.get(socket.getId());
		if (frames != null) {
			frames.onBinary(message.getPayload(), message.isLast());
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
		PageFrames frames = this.connections.get(socket.getId());
		if (frames != null) {
			frames.connection().onPong();
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
		PageFrames frames = this.connections.remove(socket.getId());
		if (frames != null) {
			this.bridge.disconnect(frames.connection(), status);
		}
	}

}
