package io.realtime4j.spring.websocket;

import java.net.URI;
import java.nio.channels.AsynchronousChannelGroup;
import java.time.Duration;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Session;
import org.apache.tomcat.websocket.AsyncChannelGroupUtil;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsWebSocketContainer;
import org.jspecify.annotations.Nullable;

/**
 * The client of Tomcat behind a handshake of our own: the frames are read and written by
 * Tomcat.
 */
class RealtimeWebSocketContainer extends WsWebSocketContainer {

	/**
	 * The size in characters of the pieces in which a frame is handed over at first. Each
	 * session allocates it, be it ever so quiet.
	 */
	private static final int PIECE_SIZE = 2 * 1024;

	/**
	 * The size in bytes of what is decoded in one go, which each session allocates too.
	 */
	private static final int DECODED_SIZE = 4 * 1024;

	private final Object monitor = new Object();

	private @Nullable AsynchronousChannelGroup group;

	RealtimeWebSocketContainer() {
		setDefaultMaxTextMessageBufferSize(PIECE_SIZE);
		setDefaultMaxBinaryMessageBufferSize(DECODED_SIZE);
		// How long a server takes to close is looked at in every turn, of a second
		setProcessPeriod(1);
	}

	@Override
	public Session connectToServer(Endpoint endpoint, ClientEndpointConfig config, URI uri) throws DeploymentException {
		String timeout = String.valueOf(config.getUserProperties().get(Constants.IO_TIMEOUT_MS_PROPERTY));
		Deadline deadline = Deadline.in(Duration.ofMillis(Long.parseLong(timeout)));
		Route route = Route.to(uri);
		Handshake.Upgraded upgraded = new Handshake(group(), route, config, deadline).perform();
		ClientSession session = ClientSession.open(endpoint, config, this, route.secure(), upgraded);
		registerSession(session.getLocal(), session);
		session.startReading();
		return session;
	}

	private AsynchronousChannelGroup group() {
		synchronized (this.monitor) {
			if (this.group == null) {
				this.group = AsyncChannelGroupUtil.register();
			}
			return this.group;
		}
	}

	@Override
	public void destroy() {
		super.destroy();
		synchronized (this.monitor) {
			if (this.group != null) {
				AsyncChannelGroupUtil.unregister();
				this.group = null;
			}
		}
	}

}
