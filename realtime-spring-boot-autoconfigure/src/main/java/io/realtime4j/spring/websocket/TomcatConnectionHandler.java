package io.realtime4j.spring.websocket;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.util.Assert;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * Tells a {@link ConnectionListener} of one connection, its frames put together from the
 * pieces in which they arrive.
 */
class TomcatConnectionHandler extends AbstractWebSocketHandler {

	private final ConnectionListener listener;

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	private final AtomicBoolean ended = new AtomicBoolean();

	private @Nullable StringBuilder pieces;

	private int binarySize;

	private volatile @Nullable String problem;

	TomcatConnectionHandler(ConnectionListener listener, WebSocketTransportSettings settings,
			AsyncTaskExecutor executor) {
		this.listener = listener;
		this.settings = settings;
		this.executor = executor;
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		WsSession nativeSession = ((NativeWebSocketSession) session).getNativeSession(WsSession.class);
		Assert.state(nativeSession != null, "'session' must be one of Tomcat");
		this.listener.onOpen(new TomcatConnection(nativeSession, this.settings, this.executor));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
		this.listener.onActivity();
		String piece = message.getPayload();
		int length = piece.length() + ((this.pieces != null) ? this.pieces.length() : 0);
		if (length > this.settings.maxFrameSize()) {
			end(new FrameTooLarge(this.settings.maxFrameSize()));
			this.pieces = null;
			session.close(CloseStatus.TOO_BIG_TO_PROCESS);
		}
		else if (this.pieces == null && message.isLast()) {
			text(piece);
		}
		else {
			this.pieces = ((this.pieces != null) ? this.pieces : new StringBuilder()).append(piece);
			if (message.isLast()) {
				String text = this.pieces.toString();
				// A large frame must not keep its memory for the rest of the connection
				this.pieces = null;
				text(text);
			}
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
		this.listener.onActivity();
		this.binarySize += message.getPayloadLength();
		if (message.isLast()) {
			int size = this.binarySize;
			this.binarySize = 0;
			if (!this.ended.get()) {
				this.listener.onBinary(size);
			}
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		this.listener.onActivity();
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) {
		this.problem = HandshakeFailures.describe(exception);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		String reason = (status.getReason() != null) ? status.getReason() : "";
		if (status.equalsCode(CloseStatus.NO_CLOSE_FRAME)) {
			String detail = (this.problem != null) ? this.problem : reason;
			end(new ConnectionLost(detail.isEmpty() ? "the server ended it without a close frame" : detail));
		}
		else {
			end(new Closed(status.getCode(), reason));
		}
	}

	/**
	 * Take the result of the handshake.
	 * @param failure why there is no connection, or {@code null} if there is one
	 */
	void connected(@Nullable Throwable failure) {
		if (failure != null) {
			Throwable cause = (failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure;
			end(HandshakeFailures.explain(cause));
		}
	}

	private void text(String text) {
		if (!this.ended.get()) {
			this.listener.onText(text);
		}
	}

	private void end(ConnectionEnd end) {
		if (this.ended.compareAndSet(false, true)) {
			this.listener.onEnd(end);
		}
	}

}
