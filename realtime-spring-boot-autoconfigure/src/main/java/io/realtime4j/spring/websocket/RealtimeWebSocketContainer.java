package io.realtime4j.spring.websocket;

import java.net.URI;
import java.time.Duration;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Session;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.WsWebSocketContainer;

/**
 * The client of Tomcat behind a handshake of our own: the frames are read and written by
 * Tomcat.
 */
class RealtimeWebSocketContainer extends WsWebSocketContainer {

	/**
	 * The size of the buffer for binary messages, which mean nothing in the protocol.
	 */
	private static final int BINARY_SIZE = 512;

	/**
	 * The size of the buffer for text, which Tomcat does not get to see.
	 */
	private static final int TEXT_SIZE = 16;

	private final ReadingThreads threads = new ReadingThreads();

	private volatile boolean destroyed;

	RealtimeWebSocketContainer() {
		setDefaultMaxTextMessageBufferSize(TEXT_SIZE);
		setDefaultMaxBinaryMessageBufferSize(BINARY_SIZE);
		// How long a server takes to close is looked at in every turn, of a second
		setProcessPeriod(1);
	}

	@Override
	public Session connectToServer(Endpoint endpoint, ClientEndpointConfig config, URI uri) throws DeploymentException {
		String timeout = String.valueOf(config.getUserProperties().get(Constants.IO_TIMEOUT_MS_PROPERTY));
		Deadline deadline = Deadline.in(Duration.ofMillis(Long.parseLong(timeout)));
		Route route = Route.to(Target.of(config).uri());
		Handshake.Upgraded upgraded = new Handshake(this.threads.group(), route, config, deadline).perform();
		ClientSession session = ClientSession.open(endpoint, config, this, route.secure(), upgraded);
		registerSession(session.getLocal(), session);
		session.startReading();
		if (this.destroyed) {
			// It was not among the sessions that were closed with the container
			session.cut();
		}
		return session;
	}

	@Override
	public void destroy() {
		this.destroyed = true;
		super.destroy();
		this.threads.stop();
	}

}
