package io.realtime4j.spring.websocket;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.WebSocketContainer;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.web.socket.client.WebSocketClient;

/**
 * Transport for applications without Netty, by Spring's {@link WebSocketClient} and the
 * WebSocket container that is on the class path, such as that of Tomcat. Redirects are
 * never followed, since they would carry the credentials elsewhere.
 * <p>
 * It does what the interfaces of Jakarta WebSocket can: an HTTP proxy is used if the
 * container uses one, without credentials; a refusal is known by its status alone; and a
 * connection that is not read holds a thread.
 *
 * @since 0.1.0
 */
public class SpringWebSocketTransport implements RealtimeTransport, AutoCloseable {

	/**
	 * The size of the pieces that messages come in.
	 */
	private static final int PIECE = 2048;

	private final WebSocketContainer container = ContainerProvider.getWebSocketContainer();

	private final Set<SocketHandler> handlers = ConcurrentHashMap.newKeySet();

	private final WebSocketTransportSettings settings;

	private final AsyncTaskExecutor executor;

	private volatile boolean closed;

	/**
	 * Create a transport.
	 * @param settings the settings
	 * @param executor runs what may block: handshakes, sending and closing; it stays open
	 * when this transport is closed
	 */
	public SpringWebSocketTransport(WebSocketTransportSettings settings, AsyncTaskExecutor executor) {
		this.settings = settings;
		this.executor = executor;
		this.container.setDefaultMaxTextMessageBufferSize(PIECE);
		this.container.setDefaultMaxBinaryMessageBufferSize(PIECE);
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		SocketHandler handler = new SocketHandler(listener, this.settings, this.executor, this.handlers);
		this.handlers.add(handler);
		if (this.closed) {
			handler.close();
			return;
		}
		try {
			Future<?> attempt = this.executor.submit(() -> connect(request, handler));
			CompletableFuture.delayedExecutor(request.timeout().toMillis(), TimeUnit.MILLISECONDS, this.executor)
				.execute(() -> {
					if (handler.fail(ConnectFailures.explain(new TimeoutException()))) {
						attempt.cancel(true);
					}
				});
		}
		catch (TaskRejectedException ex) {
			handler.close();
		}
	}

	private void connect(ConnectionRequest request, SocketHandler handler) {
		try {
			new ContainerClient(this.container, this.settings, request).connect(handler);
		}
		catch (RuntimeException ex) {
			handler.fail(Refusals.explain(ex));
		}
	}

	/**
	 * Cut the connections that are still open.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.handlers.forEach(SocketHandler::close);
	}

}
