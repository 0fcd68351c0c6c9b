package io.realtime4j.spring.websocket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.TransportConnection;
import org.jspecify.annotations.Nullable;

/**
 * A transport and what a listener hears of the one connection that a test opens with it.
 */
class TransportFixture implements AutoCloseable {

	static final int MAX_FRAME_SIZE = 16 * 1024 * 1024;

	private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer sk-CANARY-1234");

	private final RealtimeTransport transport;

	private final RecordingListener listener = new RecordingListener();

	TransportFixture(TransportKind kind) {
		this(kind, Duration.ofSeconds(5), null);
	}

	TransportFixture(TransportKind kind, Duration sendTimeout, @Nullable SSLContext sslContext) {
		this.transport = kind.create(sendTimeout,
				(sslContext != null) ? () -> sslContext : TransportKind.DEFAULT_SSL_CONTEXT);
	}

	RecordingListener connect(URI uri) {
		return connect(uri, Duration.ofSeconds(5));
	}

	RecordingListener connect(URI uri, Duration timeout) {
		return connect(new ConnectionRequest(uri, HEADERS, List.of(), timeout));
	}

	RecordingListener connect(ConnectionRequest request) {
		this.transport.connect(request, this.listener);
		return this.listener;
	}

	/**
	 * Open one connection more, which has a listener of its own.
	 */
	RecordingListener connectAnother(URI uri) {
		RecordingListener another = new RecordingListener();
		this.transport.connect(new ConnectionRequest(uri, HEADERS, List.of(), Duration.ofSeconds(20)), another);
		return another;
	}

	TransportConnection open(URI uri) throws Exception {
		return connect(uri).connection();
	}

	ConnectionEnd endOf(RawServer.Script script) throws Exception {
		try (RawServer server = RawServer.start(script)) {
			return connect(server.uri()).end();
		}
	}

	RecordingListener listener() {
		return this.listener;
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		TransportKind.close(this.transport);
	}

}
