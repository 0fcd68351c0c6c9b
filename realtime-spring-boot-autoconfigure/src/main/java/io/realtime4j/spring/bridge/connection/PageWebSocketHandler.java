package io.realtime4j.spring.bridge.connection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.realtime4j.spring.bridge.PageLimits;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * Internal {@code WebSocketHandler} that hands what happens to a socket to its
 * connection.
 */
public final class PageWebSocketHandler extends AbstractWebSocketHandler implements SubProtocolCapable {

	/**
	 * Attribute of a WebSocket: makes of a task, a {@code Runnable}, one that runs in the
	 * context of the handshake. What a page asks for in words is done in it.
	 */
	public static final String CONTEXT = PageWebSocketHandler.class.getName() + ".context";

	/**
	 * Containers hold a buffer of the largest piece for each connection, as long as it is
	 * open.
	 */
	private static final int BINARY_PIECE = 8 * 1024;

	/**
	 * Characters take two bytes each, and what is not audio is mostly short.
	 */
	private static final int TEXT_PIECE = 2 * 1024;

	private final Map<String, PageFrames> connections = new ConcurrentHashMap<>();

	private final PageLimits limits;

	private final List<String> subprotocols;

	private final Function<WebSocketSession, PageConnection> opener;

	private final BiConsumer<PageConnection, CloseStatus> closer;

	/**
	 * Create a handler.
	 * @param limits what may be sent
	 * @param subprotocols what is spoken, or empty
	 * @param opener makes the connection of a socket
	 * @param closer is told that a socket was closed
	 */
	public PageWebSocketHandler(PageLimits limits, List<String> subprotocols,
			Function<WebSocketSession, PageConnection> opener, BiConsumer<PageConnection, CloseStatus> closer) {
		this.limits = limits;
		this.subprotocols = List.copyOf(subprotocols);
		this.opener = opener;
		this.closer = closer;
	}

	@Override
	public List<String> getSubProtocols() {
		return this.subprotocols;
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession socket) {
		socket.setTextMessageSizeLimit(TEXT_PIECE);
		socket.setBinaryMessageSizeLimit(BINARY_PIECE);
		inContext(socket,
				() -> this.connections.put(socket.getId(), new PageFrames(this.opener.apply(socket), this.limits)));
	}

	@Override
	protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
		PageFrames frames = this.connections.get(socket.getId());
		if (frames != null) {
			inContext(socket, () -> frames.onText(message.getPayload(), message.isLast()));
		}
	}

	static void inContext(WebSocketSession socket, Runnable task) {
		if (socket.getAttributes().get(CONTEXT) instanceof UnaryOperator<?> operator) {
			@SuppressWarnings("unchecked")
			UnaryOperator<Runnable> context = (UnaryOperator<Runnable>) operator;
			context.apply(task).run();
		}
		else {
			task.run();
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
			this.closer.accept(frames.connection(), status);
		}
	}

}
