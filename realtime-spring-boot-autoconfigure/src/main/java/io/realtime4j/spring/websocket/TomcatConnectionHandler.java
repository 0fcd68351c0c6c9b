package io.realtime4j.spring.websocket;

import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
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
 * Tells a {@link ConnectionListener} of one connection.
 */
class TomcatConnectionHandler extends AbstractWebSocketHandler implements TextReader.Receiver {

	private final ConnectionListener listener;

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	private final AtomicBoolean ended = new AtomicBoolean();

	@SuppressWarnings("NullAway.Init")
	private ClientSession session;

	@SuppressWarnings("NullAway.Init")
	private TomcatConnection connection;

	private long binarySize;

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
		ClientSession nativeSession = ((NativeWebSocketSession) session).getNativeSession(ClientSession.class);
		Assert.state(nativeSession != null, "'session' must be one of our client");
		this.session = nativeSession;
		nativeSession.text().connect(this.settings.maxFrameSize(), this);
		this.connection = new TomcatConnection(nativeSession, this.settings, this.executor);
		this.listener.onOpen(this.connection);
	}

	@Override
	public void onPiece() {
		if (!this.ended.get()) {
			this.listener.onActivity();
		}
	}

	@Override
	public void onTooLarge() {
		end(new FrameTooLarge(this.settings.maxFrameSize()));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) {
		if (message.isLast() && !this.ended.get()) {
			this.listener.onText(this.session.text().take());
		}
	}

	@Override
	protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
		if (this.ended.get()) {
			return;
		}
		this.listener.onActivity();
		this.binarySize += message.getPayloadLength();
		if (this.binarySize > this.settings.maxFrameSize()) {
			onTooLarge();
			// Not by an orderly close, during which the server could go on for ever
			CloseReason reason = new CloseReason(CloseCodes.TOO_BIG, "");
			this.session.doClose(reason, reason, true);
		}
		else if (message.isLast()) {
			this.listener.onBinary((int) this.binarySize);
			this.binarySize = 0;
		}
	}

	@Override
	protected void handlePongMessage(WebSocketSession session, PongMessage message) {
		if (!this.ended.get()) {
			this.listener.onActivity();
		}
	}

	@Override
	public void handleTransportError(WebSocketSession session, Throwable exception) {
		this.problem = ConnectFailures.describe(exception);
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		String reason = (status.getReason() != null) ? status.getReason() : "";
		int code = this.session.closeCode();
		if (code != 0) {
			end(new Closed(code, reason));
		}
		else if (status.equalsCode(CloseStatus.NO_CLOSE_FRAME)) {
			end(new ConnectionLost(lost(reason)));
		}
		else if (brokeProtocol(status)) {
			end(new ConnectionLost("the server broke the protocol: " + reason));
		}
		else {
			end(new Closed(status.getCode(), reason));
		}
	}

	private String lost(String reason) {
		String known = this.connection.problem();
		String told = (known != null) ? known : this.problem;
		if (told != null) {
			return told;
		}
		return reason.isEmpty() ? "the server ended it without a close frame" : reason;
	}

	private boolean brokeProtocol(CloseStatus status) {
		return !this.connection.closing()
				&& (status.equalsCode(CloseStatus.PROTOCOL_ERROR) || status.equalsCode(CloseStatus.BAD_DATA));
	}

	/**
	 * Take the result of the handshake.
	 * @param failure why there is no connection, or {@code null} if there is one
	 */
	void connected(@Nullable Throwable failure) {
		if (failure != null) {
			end(Problems.explain(failure));
		}
	}

	private void end(ConnectionEnd end) {
		if (this.ended.compareAndSet(false, true)) {
			if (this.connection != null) {
				this.session.text().release();
				this.connection.ended();
			}
			this.listener.onEnd(end);
		}
	}

}
