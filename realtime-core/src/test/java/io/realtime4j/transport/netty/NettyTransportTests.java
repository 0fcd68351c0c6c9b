package io.realtime4j.transport.netty;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import io.netty.channel.EventLoopGroup;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
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
		CompletableFuture<ConnectionEnd> ended = new CompletableFuture<>();
		transport.connect(REQUEST, new ConnectionListener() {

			@Override
			public void onOpen(TransportConnection connection) {
			}

			@Override
			public void onText(String text) {
			}

			@Override
			public void onBinary(int size) {
			}

			@Override
			public void onEnd(ConnectionEnd end) {
				ended.complete(end);
			}

		});
		return ended.get(60, TimeUnit.SECONDS);
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

	@ParameterizedTest
	@ValueSource(ints = { 0, -1 })
	void builderTakesOnlyPositiveNumbers(int number) {
		assertThatIllegalArgumentException().isThrownBy(() -> NettyTransport.builder().maxFrameSize(number));
		assertThatIllegalArgumentException().isThrownBy(() -> NettyTransport.builder().ioThreads(number));
	}

}
