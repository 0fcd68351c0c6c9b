package io.realtime4j.spring.bridge.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Finds out how frames are written to a socket. Spring's session blocks while a page does
 * not read; the one of Jakarta WebSocket beneath it does not, so that slow pages cost no
 * threads.
 */
final class FrameWriters {

	/**
	 * How long Tomcat may block to say that a connection is closed.
	 */
	private static final String BLOCKING_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

	private static final long CLOSE_TIMEOUT_MILLIS = 5000;

	private FrameWriters() {
	}

	static FrameWriter of(WebSocketSession socket, Duration timeout, Executor executor) {
		Session session = (socket instanceof NativeWebSocketSession wrapper) ? wrapper.getNativeSession(Session.class)
				: null;
		if (session == null) {
			return (frame, done) -> block(socket, frame, executor, done);
		}
		session.getUserProperties().put(BLOCKING_TIMEOUT, CLOSE_TIMEOUT_MILLIS);
		RemoteEndpoint.Async remote = session.getAsyncRemote();
		remote.setSendTimeout(timeout.toMillis());
		return (frame, done) -> write(remote, frame, done);
	}

	private static void write(RemoteEndpoint.Async remote, OutgoingFrame frame, FrameWriter.Callback done) {
		SendHandler handler = (result) -> done.done(result.isOK() ? null : result.getException());
		try {
			if (frame.text() != null) {
				remote.sendText(frame.text(), handler);
			}
			else if (frame.audio() != null) {
				remote.sendBinary(frame.audio(), handler);
			}
		}
		catch (RuntimeException ex) {
			// The page has gone
			done.done(ex);
		}
	}

	private static void block(WebSocketSession socket, OutgoingFrame frame, Executor executor,
			FrameWriter.Callback done) {
		try {
			executor.execute(() -> done.done(send(socket, frame)));
		}
		catch (RejectedExecutionException ex) {
			done.done(ex);
		}
	}

	private static @Nullable Throwable send(WebSocketSession socket, OutgoingFrame frame) {
		try {
			ByteBuffer audio = frame.audio();
			socket.sendMessage(
					(audio != null) ? new BinaryMessage(audio) : new TextMessage(String.valueOf(frame.text())));
			return null;
		}
		catch (IOException | RuntimeException ex) {
			return ex;
		}
	}

}
