package io.realtime4j.spring.websocket;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.netty.NettyTransport;

import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The transports that have to keep the contract.
 */
enum TransportKind {

	NETTY("realtime-netty-", "client handshake key", EnumSet.allOf(Capability.class)) {
		@Override
		RealtimeTransport create(Duration sendTimeout, Supplier<SSLContext> sslContext) {
			return NettyTransport.builder()
				.maxFrameSize(TransportFixture.MAX_FRAME_SIZE)
				.sendTimeout(sendTimeout)
				.closeTimeout(CLOSE_TIMEOUT)
				.sslContext(sslContext)
				.build();
		}
	},

	SPRING("WebSocketClient-", "Connecting to ws://localhost/", EnumSet.noneOf(Capability.class)) {
		@Override
		RealtimeTransport create(Duration sendTimeout, Supplier<SSLContext> sslContext) {
			return new SpringWebSocketTransport(new WebSocketTransportSettings(TransportFixture.MAX_FRAME_SIZE,
					sendTimeout, CLOSE_TIMEOUT, sslContext), new SimpleAsyncTaskExecutor("transport-test-"));
		}
	};

	static final Supplier<SSLContext> DEFAULT_SSL_CONTEXT = WebSocketTransportSettings.defaults().sslContext();

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private final String threadNames;

	private final String loggedHandshake;

	private final Set<Capability> capabilities;

	TransportKind(String threadNames, String loggedHandshake, Set<Capability> capabilities) {
		this.threadNames = threadNames;
		this.loggedHandshake = loggedHandshake;
		this.capabilities = capabilities;
	}

	boolean can(Capability capability) {
		return this.capabilities.contains(capability);
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
	abstract RealtimeTransport create(Duration sendTimeout, Supplier<SSLContext> sslContext);

	static void close(RealtimeTransport transport) {
		try {
			((AutoCloseable) transport).close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
