package io.realtime4j.transport.netty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.SocketChannel;
import io.netty.resolver.NoopAddressResolverGroup;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * Attempt to open one connection: looks the host up, goes through a proxy if there is
 * one, and hands the socket to the handshake. It ends once, by a connection or by the
 * reason why there is none, within the time of its request.
 */
final class ConnectionAttempt implements UpgradeOutcome {

	static final String SHUTTING_DOWN = "the application is shutting down";

	private final NettySettings settings;

	private final IoThreads threads;

	private final Executor lookupExecutor;

	private final ConnectionRequest request;

	private final ConnectionListener listener;

	private final long deadline;

	private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

	private volatile @Nullable ProxyRoute proxy;

	private volatile @Nullable PasswordAuthentication credentials;

	private volatile @Nullable SSLContext sslContext;

	ConnectionAttempt(NettySettings settings, IoThreads threads, Executor lookupExecutor, ConnectionRequest request,
			ConnectionListener listener) {
		this.settings = settings;
		this.threads = threads;
		this.lookupExecutor = lookupExecutor;
		this.request = request;
		this.listener = listener;
		this.deadline = System.nanoTime() + request.timeout().toNanos();
	}

	/**
	 * Begin. May block for lookups.
	 */
	void start() {
		try {
			ConnectFailed refusal = check();
			if (refusal != null) {
				fail(refusal);
				return;
			}
			if (isSecure()) {
				this.sslContext = this.settings.sslContext().get();
			}
			ProxyRoute route = ProxyRoute.to(this.request.uri());
			this.proxy = route;
			if (route != null) {
				connectThroughProxy();
			}
			else {
				InetSocketAddress server = server();
				InetAddress[] addresses = InetAddress.getAllByName(server.getHostString());
				connect(Arrays.stream(addresses).map((each) -> new InetSocketAddress(each, server.getPort())).toList());
			}
		}
		catch (UnknownHostException | RuntimeException ex) {
			fail(ConnectFailures.explain(ex));
		}
	}

	private @Nullable ConnectFailed check() {
		for (Map.Entry<String, String> header : this.request.headers().entrySet()) {
			if (header.getValue().chars().anyMatch((character) -> character == '\r' || character == '\n')) {
				return new ConnectFailed("the header " + header.getKey() + " holds a line break");
			}
		}
		return (ServerAddress.of(this.request.uri()) == null) ? new ConnectFailed("the address has no host", true)
				: null;
	}

	// Not looked up
	private InetSocketAddress server() {
		ServerAddress server = Objects.requireNonNull(ServerAddress.of(this.request.uri()), "The address has no host");
		int port = (server.port() != -1) ? server.port() : isSecure() ? 443 : 80;
		return InetSocketAddress.createUnresolved(server.host().replaceAll("[\\[\\]]", ""), port);
	}

	private boolean isSecure() {
		return "wss".equalsIgnoreCase(this.request.uri().getScheme());
	}

	private void connectThroughProxy() {
		if (ProxyTunnel.isPresent()) {
			connect(List.of(server()));
		}
		else {
			fail(new ConnectFailed("the connection needs a proxy, for which netty-handler-proxy is required", true));
		}
	}

	// Tries the addresses one after another, in the time that is left for all of them: a
	// host may have one that nobody answers at
	private void connect(List<? extends SocketAddress> addresses) {
		long left = TimeUnit.NANOSECONDS.toMillis(this.deadline - System.nanoTime());
		Bootstrap bootstrap = this.threads.bootstrap();
		if (bootstrap == null) {
			fail(new ConnectFailed(SHUTTING_DOWN));
			return;
		}
		if (left <= 0) {
			fail(ConnectFailures.explain(new TimeoutException()));
			return;
		}
		bootstrap.resolver(NoopAddressResolverGroup.INSTANCE)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(left / addresses.size(), Integer.MAX_VALUE))
			.handler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel channel) {
					prepare(channel, left);
				}

			});
		bootstrap.connect(addresses.get(0)).addListener((connected) -> {
			if (!connected.isSuccess()) {
				onNotConnected(addresses, connected.cause());
			}
		});
		if (this.threads.isClosed()) {
			// Nothing is told by threads that have ended meanwhile
			fail(new ConnectFailed(SHUTTING_DOWN));
		}
	}

	private void onNotConnected(List<? extends SocketAddress> addresses, Throwable cause) {
		if (cause instanceof RejectedExecutionException) {
			fail(new ConnectFailed(SHUTTING_DOWN));
		}
		else if (addresses.size() > 1) {
			connect(addresses.subList(1, addresses.size()));
		}
		else {
			onFailure((cause instanceof ConnectTimeoutException) ? new TimeoutException() : cause);
		}
	}

	private void prepare(SocketChannel channel, long millis) {
		this.threads.add(channel);
		ProxyRoute route = this.proxy;
		if (route != null) {
			channel.pipeline().addLast(ProxyTunnel.handler(route.proxy(), this.credentials, millis));
		}
		SSLContext tls = this.sslContext;
		if (tls != null) {
			channel.pipeline().addLast(Tls.handler(tls, server(), millis, this.settings));
		}
		channel.pipeline()
			.addLast(UpgradeHandler.codec(), new UpgradeHandler(this, this.request, this.listener, this.settings));
		Future<?> timeout = channel.eventLoop().schedule(() -> {
			fail(ConnectFailures.explain(new TimeoutException()));
			channel.close();
		}, millis, TimeUnit.MILLISECONDS);
		// Nothing keeps the credentials longer than they are needed
		this.ended.whenComplete((end, failure) -> timeout.cancel(false));
	}

	@Override
	public boolean succeed() {
		return this.ended.complete(true);
	}

	@Override
	public void onFailure(Throwable failure) {
		ProxyRoute route = this.proxy;
		if (route == null || !ProxyTunnel.isRefusal(failure)) {
			fail(ConnectFailures.explain(failure));
			return;
		}
		String challenge = ProxyTunnel.challenge(failure);
		if (challenge == null) {
			fail(ProxyTunnel.refusal(failure));
		}
		else if (this.credentials != null) {
			fail(new ConnectFailed("the proxy does not accept the credentials", true));
		}
		else {
			lookUp(() -> authenticate(route, challenge));
		}
	}

	private void authenticate(ProxyRoute route, String challenge) {
		this.credentials = route.credentials(challenge);
		if (this.credentials == null) {
			fail(new ConnectFailed("the proxy requires credentials, and there are none", true));
		}
		else {
			connectThroughProxy();
		}
	}

	private void lookUp(Runnable task) {
		try {
			this.lookupExecutor.execute(() -> {
				try {
					task.run();
				}
				catch (RuntimeException ex) {
					fail(ConnectFailures.explain(ex));
				}
			});
		}
		catch (RejectedExecutionException ex) {
			fail(new ConnectFailed(SHUTTING_DOWN));
		}
	}

	@Override
	public void fail(ConnectionEnd end) {
		if (this.ended.complete(false)) {
			this.listener.onEnd(end);
		}
	}

}
