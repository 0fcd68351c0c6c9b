package io.realtime4j.spring.websocket;

import java.util.HashMap;
import java.util.Map;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.ServerAddress;
import org.apache.tomcat.websocket.Constants;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;

/**
 * Opens connections with Spring's {@link WebSocketClient} over the client of Tomcat.
 * Redirects are never followed, since they would carry the credentials elsewhere. An HTTP
 * proxy is used if the {@link java.net.ProxySelector} of the JVM names one, with the
 * credentials that the {@link java.net.Authenticator} of the JVM gives for it.
 *
 * @since 0.1.0
 */
public class SpringWebSocketTransport implements RealtimeTransport, AutoCloseable {

	/**
	 * Spring looks the name of the host up before it leaves the thread of the caller, so
	 * that this is left by ourselves.
	 */
	private static final AsyncTaskExecutor SAME_THREAD = new TaskExecutorAdapter(Runnable::run);

	private final RealtimeWebSocketContainer container = new RealtimeWebSocketContainer();

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	/**
	 * Create a transport.
	 * @param settings the settings
	 * @param executor runs what may block for a moment: handshakes, closing, and reading
	 * on after a pause; it stays open when this transport is closed
	 */
	public SpringWebSocketTransport(WebSocketTransportSettings settings, AsyncTaskExecutor executor) {
		this.settings = settings;
		this.executor = executor;
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		TomcatConnectionHandler handler = new TomcatConnectionHandler(listener, this.settings, this.executor);
		try {
			this.executor.execute(() -> connect(request, handler));
		}
		catch (TaskRejectedException ex) {
			listener.onEnd(new ConnectFailed("the application is shutting down"));
		}
	}

	private void connect(ConnectionRequest request, TomcatConnectionHandler handler) {
		try {
			if (ServerAddress.of(request.uri()) == null) {
				throw new HandshakeException(new ConnectFailed("the address has no host", true));
			}
			Target target = Target.of(request);
			client(request, target).execute(handler, headers(request), target.publicUri())
				.whenComplete((session, ex) -> handler.connected(ex));
		}
		catch (HandshakeException | RuntimeException ex) {
			handler.connected(ex);
		}
	}

	private WebSocketClient client(ConnectionRequest request, Target target) {
		StandardWebSocketClient client = new StandardWebSocketClient(this.container);
		client.setTaskExecutor(SAME_THREAD);
		client.setSslContext(this.settings.sslContext());
		Map<String, Object> properties = new HashMap<>();
		properties.put(Constants.IO_TIMEOUT_MS_PROPERTY, String.valueOf(request.timeout().toMillis()));
		properties.put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, this.settings.sendTimeout().toMillis());
		properties.put(Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, this.settings.closeTimeout().toMillis());
		target.putInto(properties);
		client.setUserProperties(properties);
		return client;
	}

	private WebSocketHttpHeaders headers(ConnectionRequest request) {
		WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
		request.headers().forEach((name, value) -> {
			if (!Target.isSubprotocols(name)) {
				headers.put(name, new SecretHeaderValue(value));
			}
		});
		return headers;
	}

	/**
	 * Release what the client of Tomcat holds. Sessions should have ended before.
	 */
	@Override
	public void close() {
		this.container.destroy();
	}

}
