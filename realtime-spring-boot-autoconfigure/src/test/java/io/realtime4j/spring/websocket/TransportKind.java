package io.realtime4j.spring.websocket;

import java.time.Duration;

import javax.net.ssl.SSLContext;

import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.netty.NettyTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The transports that have to keep the contract.
 */
enum TransportKind {

	NETTY("realtime-netty-", "client handshake key") {
		@Override
		RealtimeTransport create(Duration sendTimeout, @Nullable SSLContext sslContext) {
			NettyTransport.Builder builder = NettyTransport.builder()
				.maxFrameSize(TransportFixture.MAX_FRAME_SIZE)
				.sendTimeout(sendTimeout)
				.closeTimeout(CLOSE_TIMEOUT);
			return ((sslContext != null) ? builder.sslContext(() -> sslContext) : builder).build();
		}
	},

	SPRING("realtime-read-", "Handshake request headers") {
		@Override
		RealtimeTransport create(Duration sendTimeout, @Nullable SSLContext sslContext) {
			return new SpringWebSocketTransport(new WebSocketTransportSettings(TransportFixture.MAX_FRAME_SIZE,
					sendTimeout, CLOSE_TIMEOUT, sslContext), new SimpleAsyncTaskExecutor("transport-test-"));
		}
	};

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private final String threadNames;

	private final String loggedHandshake;

	TransportKind(String threadNames, String loggedHandshake) {
		this.threadNames = threadNames;
		this.loggedHandshake = loggedHandshake;
	}

	/**
	 * Return how the names of the threads begin that read.
	 */
	String threadNames() {
		return this.threadNames;
	}

	/**
	 * Return a part of what the client of the transport logs of a handshake at its lowest
	 * level.
	 */
	String loggedHandshake() {
		return this.loggedHandshake;
	}

	/**
	 * Create a transport, to be closed by {@link #close(RealtimeTransport)}.
	 */
	abstract RealtimeTransport create(Duration sendTimeout, @Nullable SSLContext sslContext);

	static void close(RealtimeTransport transport) {
		try {
			((AutoCloseable) transport).close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
