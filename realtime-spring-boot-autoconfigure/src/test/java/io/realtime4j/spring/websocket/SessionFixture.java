package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.codec.Dialect;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.ReconnectPolicy;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.KeepAlive;
import io.realtime4j.transport.RealtimeTransport;

/**
 * Whole sessions over real sockets, and the server's part in opening them.
 */
final class SessionFixture implements AutoCloseable {

	static final RealtimeSessionSettings SETTINGS = RealtimeSessionSettings.builder()
		.model(new RealtimeModel("gpt-realtime"))
		.instructions("Be brief.")
		.build();

	private static final String SESSION = "\"session\":{\"type\":\"realtime\",\"id\":\"sess_1\",\"model\":\"gpt-realtime\"}}";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ExecutorService listenerThreads = Executors.newCachedThreadPool();

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

	private final RealtimeTransport transport;

	private final SessionLimits limits;

	SessionFixture(TransportKind kind, SessionLimits limits) {
		this.transport = kind.create(PATIENCE, TransportKind.DEFAULT_SSL_CONTEXT);
		this.limits = limits;
	}

	RealtimeSession open(RawServer server, RealtimeListener listener) {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("http://127.0.0.1:" + server.port() + "/v1"),
				Dialect.GA, Map::of, false);
		RealtimeClient client = DefaultRealtimeClient.builder(this.transport, endpoint)
			.listenerExecutor(this.listenerThreads)
			.scheduler(this.scheduler)
			.limits(this.limits)
			.keepAlive(KeepAlive.none())
			.reconnect(ReconnectPolicy.none())
			.listener(listener)
			.build();
		RealtimeSession session = client.open(SessionSpec.of(SETTINGS));
		session.open().join();
		return session;
	}

	/**
	 * Open a session, as its server.
	 * @param peer the connection
	 */
	static void accept(RawPeer peer) throws IOException {
		peer.accept();
		peer.text("{\"type\":\"session.created\",\"event_id\":\"event_1\"," + SESSION);
		peer.read();
		peer.text("{\"type\":\"session.updated\",\"event_id\":\"event_2\"," + SESSION);
	}

	/**
	 * Return a delta of text.
	 * @param delta what it says
	 * @return the event
	 */
	static String delta(String delta) {
		return "{\"type\":\"response.output_text.delta\",\"event_id\":\"event_3\",\"response_id\":\"resp_1\","
				+ "\"item_id\":\"item_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + delta + "\"}";
	}

	@Override
	public void close() {
		TransportKind.close(this.transport);
		this.listenerThreads.shutdownNow();
		this.scheduler.shutdownNow();
	}

}
