package io.realtime4j.spring.websocket;

import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import org.apache.tomcat.websocket.AsyncChannelWrapper;
import org.apache.tomcat.websocket.EndpointHolder;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.WsFrameClient;
import org.apache.tomcat.websocket.WsRemoteEndpointImplClient;
import org.apache.tomcat.websocket.WsSession;
import org.jspecify.annotations.Nullable;

/**
 * A session of Tomcat that writes without holding a thread, knows the close code that the
 * server sent, and can be cut.
 */
final class ClientSession extends WsSession {

	private final AsyncChannelWrapper channel;

	private final TextReader text = new TextReader();

	private final CloseCodeReader closeCode = new CloseCodeReader();

	private final Frames frames;

	private ClientSession(Endpoint endpoint, ClientEndpointConfig config, RealtimeWebSocketContainer container,
			boolean secure, Handshake.Upgraded upgraded, Remote remote) throws DeploymentException {
		super(new EndpointHolder(endpoint), remote, container, List.of(), upgraded.subprotocol(), Map.of(), secure,
				config);
		this.channel = upgraded.channel();
		this.text.setNext(this.closeCode);
		this.frames = new Frames(upgraded.buffer(), this.channel, this, this.text);
		remote.transform(this.frames.transformation());
	}

	/**
	 * Open a session and tell the endpoint.
	 * @param endpoint the endpoint
	 * @param config its configuration
	 * @param container the container that it belongs to
	 * @param secure whether it is under TLS
	 * @param upgraded the connection
	 * @return the session, which does not read yet
	 */
	static ClientSession open(Endpoint endpoint, ClientEndpointConfig config, RealtimeWebSocketContainer container,
			boolean secure, Handshake.Upgraded upgraded) throws DeploymentException {
		ClientSession session = new ClientSession(endpoint, config, container, secure, upgraded,
				new Remote(upgraded.channel()));
		try {
			endpoint.onOpen(session, config);
		}
		catch (RuntimeException ex) {
			session.cut();
			throw ex;
		}
		return session;
	}

	/**
	 * Return what takes the text of messages, instead of the handlers that Tomcat calls.
	 * @return the reader
	 */
	TextReader text() {
		return this.text;
	}

	void startReading() {
		this.frames.start();
	}

	/**
	 * Return the code of the close frame that the server sent, 1005 if it had none.
	 * @return the code, or 0 if no close frame has arrived
	 */
	int closeCode() {
		return this.closeCode.code();
	}

	/**
	 * Cut the connection, whatever is being read or written.
	 */
	void cut() {
		this.channel.close();
		CloseReason reason = new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "aborted");
		doClose(reason, reason, true);
	}

	private static final class Frames extends WsFrameClient {

		private Frames(ByteBuffer buffer, AsyncChannelWrapper channel, WsSession session, Transformation first) {
			super(buffer, channel, session, first);
		}

		private Transformation transformation() {
			return getTransformation();
		}

		private void start() {
			resumeProcessing();
		}

	}

	private static final class Remote extends WsRemoteEndpointImplClient {

		private final AsyncChannelWrapper channel;

		private Remote(AsyncChannelWrapper channel) {
			super(channel);
			this.channel = channel;
		}

		private void transform(Transformation transformation) {
			setTransformation(transformation);
		}

		@Override
		protected void doWrite(SendHandler handler, boolean block, long timeoutExpiry, ByteBuffer... data) {
			if (block) {
				// Not by Tomcat, which warns of each connection that was lost
				writeAndWait(handler, timeoutExpiry, data);
			}
			else {
				write(handler, data);
			}
		}

		/**
		 * Take the place of the method above in later versions of Tomcat 11, which say by
		 * the time whether to block.
		 * @param handler hears of the result
		 * @param timeoutExpiry until when to block, or -1 not to block
		 * @param data what to write
		 */
		@SuppressWarnings({ "MissingOverride", "UnusedMethod" })
		protected void doWrite(SendHandler handler, long timeoutExpiry, ByteBuffer... data) {
			doWrite(handler, timeoutExpiry != -1, timeoutExpiry, data);
		}

		private void writeAndWait(SendHandler handler, long timeoutExpiry, ByteBuffer[] data) {
			try {
				for (ByteBuffer part : data) {
					long timeout = timeoutExpiry - System.currentTimeMillis();
					this.channel.write(part).get(Math.max(0, timeout), TimeUnit.MILLISECONDS);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				handler.onResult(result(ex));
				return;
			}
			catch (ExecutionException | TimeoutException ex) {
				handler.onResult(result(ex));
				return;
			}
			handler.onResult(result(null));
		}

		private void write(SendHandler handler, ByteBuffer[] data) {
			this.channel.write(data, 0, data.length, Math.max(0, getSendTimeout()), TimeUnit.MILLISECONDS, null,
					new Written(this, handler));
		}

		private SendResult result(@Nullable Throwable failure) {
			return (failure != null) ? new SendResult(getSession(), failure) : new SendResult(getSession());
		}

	}

	private record Written(Remote remote, SendHandler handler) implements CompletionHandler<Long, @Nullable Object> {

		@Override
		public void completed(Long count, @Nullable Object attachment) {
			try {
				this.handler.onResult(this.remote.result(null));
			}
			catch (IllegalStateException ex) {
				// The session was closed before the next part of the text
			}
		}

		@Override
		public void failed(Throwable failure, @Nullable Object attachment) {
			this.handler.onResult(this.remote.result(failure));
		}

	}

}
