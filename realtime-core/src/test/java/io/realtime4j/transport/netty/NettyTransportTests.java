package io.realtime4j.transport.netty;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import io.netty.channel.EventLoopGroup;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.TransportConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link NettyTransport}, beside those of the contract that every transport
 * keeps.
 */
class NettyTransportTests {

	private static final ConnectionRequest REQUEST = new ConnectionRequest(URI.create("ws://127.0.0.1:1/"), Map.of(),
			List.of(), Duration.ofSeconds(20));

	private static ConnectionEnd endOf(NettyTransport transport) throws Exception {
		Outcome outcome = new Outcome(() -> {
		});
		transport.connect(REQUEST, outcome);
		return outcome.end();
	}

	@Test
	void warmUpConnectsToNowhere() throws NoSuchAlgorithmException {
		SSLContext context = SSLContext.getDefault();
		NettySettings settings = new NettySettings(100, Duration.ofSeconds(1), Duration.ofSeconds(1), () -> context);
		IoThreads threads = new IoThreads(1);
		try {
			assertThat(WarmUp.run(settings, threads)).isEqualTo("{}");
		}
		finally {
			threads.close();
		}
	}

	@Test
	void threadsAreMadeOnceAndEndWithTheTransport() {
		IoThreads threads = new IoThreads(1);
		EventLoopGroup group = threads.bootstrap().config().group();
		assertThat(threads.bootstrap().config().group()).isSameAs(group);
		threads.close();
		assertThat(group.isShuttingDown()).isTrue();
		assertThat(threads.bootstrap()).isNull();
	}

	@Test
	void connectsAfterWarmUp() throws Exception {
		try (NettyTransport transport = NettyTransport.create()) {
			transport.warmUp();
			assertThat(endOf(transport))
				.isEqualTo(new ConnectFailed("nothing answers at this address (connection refused)"));
		}
	}

	@Test
	void connectsToNothingOnceItIsClosed() throws Exception {
		NettyTransport transport = NettyTransport.create();
		transport.close();
		transport.close();
		assertThat(endOf(transport)).isEqualTo(new ConnectFailed("the application is shutting down"));
	}

	@Test
	void looksUpInThreadsOfItsOwn() throws Exception {
		CompletableFuture<String> name = new CompletableFuture<>();
		try (NettyTransport transport = NettyTransport.builder().sslContext(() -> {
			name.complete(Thread.currentThread().getName());
			throw new IllegalStateException("no context");
		}).build()) {
			Outcome outcome = new Outcome(() -> {
			});
			transport.connect(new ConnectionRequest(URI.create("wss://127.0.0.1:1/"), Map.of(), List.of(),
					Duration.ofSeconds(20)), outcome);
			assertThat(outcome.end()).isInstanceOf(ConnectFailed.class);
			assertThat(name).isCompletedWithValueMatching((thread) -> thread.startsWith("realtime-lookup"));
		}
	}

	@Test
	void endsItsConnectionsWhenAListenerClosesIt() throws Exception {
		NettyTransport transport = NettyTransport.builder().ioThreads(1).build();
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			URI uri = URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
			Outcome open = new Outcome(() -> {
			});
			transport.connect(new ConnectionRequest(uri, Map.of(), List.of(), Duration.ofSeconds(20)), open);
			try (Socket peer = accept(server)) {
				open.connection();
				Outcome late = new Outcome(transport::close);
				transport.connect(new ConnectionRequest(uri, Map.of(), List.of(), Duration.ofMillis(100)), late);
				assertThat(late.end()).isInstanceOf(ConnectFailed.class);
				assertThat(open.end()).isInstanceOf(ConnectionLost.class);
				assertThat(peer.getInputStream().read()).isEqualTo(-1);
			}
		}
	}

	private static Socket accept(ServerSocket server) throws Exception {
		Socket peer = server.accept();
		peer.setSoTimeout(20_000);
		BufferedReader reader = new BufferedReader(
				new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII));
		String accept = "";
		for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
			if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key: ")) {
				accept = WarmUp.accept(line.substring(line.indexOf(' ') + 1));
			}
		}
		String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Accept: " + accept + "\r\n\r\n";
		peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
		return peer;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1 })
	void builderTakesOnlyPositiveNumbers(int number) {
		assertThatIllegalArgumentException().isThrownBy(() -> NettyTransport.builder().maxFrameSize(number));
		assertThatIllegalArgumentException().isThrownBy(() -> NettyTransport.builder().ioThreads(number));
	}

	/**
	 * The outcome of an attempt, and of the connection that it led to.
	 */
	private static final class Outcome implements ConnectionListener {

		private final CompletableFuture<TransportConnection> opened = new CompletableFuture<>();

		private final CompletableFuture<ConnectionEnd> ended = new CompletableFuture<>();

		private final Runnable atTheEnd;

		Outcome(Runnable atTheEnd) {
			this.atTheEnd = atTheEnd;
		}

		@Override
		public void onOpen(TransportConnection connection) {
			this.opened.complete(connection);
		}

		@Override
		public void onText(String text) {
		}

		@Override
		public void onBinary(int size) {
		}

		@Override
		public void onEnd(ConnectionEnd end) {
			this.atTheEnd.run();
			this.ended.complete(end);
		}

		TransportConnection connection() throws Exception {
			return this.opened.get(20, TimeUnit.SECONDS);
		}

		ConnectionEnd end() throws Exception {
			return this.ended.get(20, TimeUnit.SECONDS);
		}

	}

}
