package io.realtime4j.spring.websocket;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
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
 * Tells a {@link ConnectionListener} of one connection. Messages come in pieces, so that
 * the container needs no buffer for the largest one.
 */
final class SocketHandler extends AbstractWebSocketHandler {

	private final ConnectionListener listener;

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	private final Set<SocketHandler> open;

	private final AtomicBoolean opened = new AtomicBoolean();

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile @Nullable SocketConnection connection;

	private StringBuilder text = new StringBuilder(0);

	// Of the message whose end has not come
	private long size;

	private volatile @Nullable String problem;

	SocketHandler(ConnectionListener listener, WebSocketTransportSettings settings, AsyncTaskExecutor executor,
			Set<SocketHandler> open) {
		this.listener = listener;
		this.settings = settings;
		this.executor = executor;
		this.open = open;
	}

	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		Session nativeSession = ((NativeWebSocketSession) session).getNativeSession(Session.class);
		Assert.state(nativeSession != null, "'session' must be one of a container");
		SocketConnection opening = new SocketConnection(nativeSession, this.settings, this.executor, this::end);
		this.connection = opening;
		if (this.opened.compareAndSet(false, true)) {
			this.listener.onOpen(opening);
		}
		else {
			opening.refuse(CloseCodes.GOING_AWAY);
		}
	}

	/**
	 * End the attempt to connect, unless there is a connection.
	 * @param reason why there will be none
	 * @return whether there was no connection yet
	 */
	boolean fail(ConnectionEnd reason) {
		if (this.opened.compareAndSet(false, true)) {
			end(reason);
			return true;
		}
		return false;
	}

	/**
	 * End the connection or the attempt, whatever it is at.
	 */
	void close() {
		SocketConnection current = this.connection;
		if (!fail(new ConnectFailed("the application is shutting down")) && current != null) {
			current.abort();
		}
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) {
		if (take(message.getPayloadLength())) {
			this.text.append(message.getPayload());
			if (message.isLast()) {
				String whole = this.text.toString();
				this.text = new StringBuilder(0);
				this.size = 0;
				this.listener.onText(whole);
			}
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
		if (take(message.getPayloadLength()) && message.isLast()) {
			int whole = (int) this.size;
			this.size = 0;
			this.listener.onBinary(whole);
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		if (!this.ended.get()) {
			this.listener.onActivity();
		}
	}

	private boolean take(int length) {
		SocketConnection current = connection();
		current.awaitReading();
		if (!this.ended.get()) {
			this.listener.onActivity();
			this.size += length;
			if (this.size <= this.settings.maxFrameSize()) {
				return true;
			}
			end(new FrameTooLarge(this.settings.maxFrameSize()));
		}
		if (this.size > this.settings.maxFrameSize()) {
			current.refuse(CloseCodes.TOO_BIG);
		}
		return false;
	}

	private SocketConnection connection() {
		SocketConnection current = this.connection;
		Assert.state(current != null, "The connection is not open");
		return current;
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) {
		this.problem = ConnectFailures.describe(exception);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		String reason = (status.getReason() != null) ? status.getReason() : "";
		if (status.equalsCode(CloseStatus.NO_CLOSE_FRAME)) {
			end(new ConnectionLost(lost(reason)));
		}
		else if (!connection().closing()
				&& (status.equalsCode(CloseStatus.PROTOCOL_ERROR) || status.equalsCode(CloseStatus.BAD_DATA))) {
			// Containers also say so for a close code that they do not know
			end(new ConnectionLost(
					"the server broke the protocol or closed with code " + status.getCode() + ": " + reason));
		}
		else {
			end(new Closed(status.getCode(), reason));
		}
	}

	private String lost(String reason) {
		String told = this.problem;
		if (told != null) {
			return told;
		}
		return reason.isEmpty() ? "the server ended it without a close frame" : reason;
	}

	private void end(ConnectionEnd end) {
		if (this.ended.compareAndSet(false, true)) {
			SocketConnection current = this.connection;
			if (current != null) {
				current.ended();
			}
			this.open.remove(this);
			this.listener.onEnd(end);
		}
	}

}
