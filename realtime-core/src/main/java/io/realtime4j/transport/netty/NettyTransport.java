package io.realtime4j.transport.netty;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import org.jspecify.annotations.Nullable;

/**
 * Transport on Netty. All connections share a few threads, which never run code of the
 * application. Redirects are never followed, since they would carry the credentials
 * elsewhere. An HTTP proxy is used if the {@link java.net.ProxySelector} of the JVM names
 * one, with the credentials that the {@link java.net.Authenticator} of the JVM gives for
 * it; that needs {@code netty-handler-proxy}. Native transports of Netty (epoll,
 * io_uring) are used where they are on the class path.
 * <p>
 * Without Spring, a client needs a transport, an executor for its listeners and a
 * scheduler: <pre class="code">
 * RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("wss://api.openai.com/v1/realtime"), Dialect.GA,
 *     () -&gt; Map.of("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY")), false);
 * ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
 * RealtimeClient client = DefaultRealtimeClient.builder(NettyTransport.create(), endpoint)
 *     .listenerExecutor(executor)
 *     .scheduler(scheduler)
 *     .build();
 * </pre>
 *
 * @since 0.1.0
 */
public final class NettyTransport implements RealtimeTransport, AutoCloseable {

	private final NettySettings settings;

	private final Executor lookupExecutor;

	private final ExecutorService ownThreads = LookupThreads.create();

	private final IoThreads threads;

	private NettyTransport(Builder builder) {
		this.settings = new NettySettings(builder.maxFrameSize, builder.sendTimeout, builder.closeTimeout,
				builder.sslContext);
		this.lookupExecutor = (builder.lookupExecutor != null) ? builder.lookupExecutor : this.ownThreads;
		this.threads = new IoThreads(builder.ioThreads);
	}

	/**
	 * Create a transport with the defaults of {@link #builder()}.
	 * @return the transport
	 */
	public static NettyTransport create() {
		return builder().build();
	}

	/**
	 * Return a builder.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		ConnectionAttempt attempt = new ConnectionAttempt(this.settings, this.threads, this.lookupExecutor, request,
				listener);
		try {
			this.lookupExecutor.execute(attempt::start);
		}
		catch (RejectedExecutionException ex) {
			listener.onEnd(new ConnectFailed(ConnectionAttempt.SHUTTING_DOWN));
		}
	}

	/**
	 * Load the classes that the first connection needs, so that it opens as fast as all
	 * others. This may take some hundred milliseconds of one thread; nothing is sent.
	 */
	public void warmUp() {
		WarmUp.run(this.settings, this.threads);
	}

	/**
	 * Cut the connections that are still open, stop the threads, and return immediately.
	 */
	@Override
	public void close() {
		this.threads.close();
		this.ownThreads.shutdown();
	}

	/**
	 * Builder of {@link NettyTransport}.
	 */
	public static final class Builder {

		private static final int MAX_FRAME_SIZE = 16 * 1024 * 1024;

		private static final int MOST_THREADS = 4;

		private int maxFrameSize = MAX_FRAME_SIZE;

		private Duration sendTimeout = Duration.ofSeconds(20);

		private Duration closeTimeout = Duration.ofSeconds(5);

		private int ioThreads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

		private @Nullable Executor lookupExecutor;

		private Supplier<SSLContext> sslContext = Builder::defaultSslContext;

		private Builder() {
		}

		/**
		 * Set the maximum size of a frame. The default is 16 MiB.
		 * @param maxFrameSize the bound, in bytes
		 * @return this builder
		 */
		public Builder maxFrameSize(int maxFrameSize) {
			if (maxFrameSize < 1) {
				throw new IllegalArgumentException("'maxFrameSize' must be positive");
			}
			this.maxFrameSize = maxFrameSize;
			return this;
		}

		/**
		 * Set the maximum time without progress of sending before the connection is cut.
		 * The default is 20 s.
		 * @param sendTimeout the bound
		 * @return this builder
		 */
		public Builder sendTimeout(Duration sendTimeout) {
			this.sendTimeout = sendTimeout;
			return this;
		}

		/**
		 * Set the maximum time to wait for the close frame of the server. The default is
		 * 5 s.
		 * @param closeTimeout the bound
		 * @return this builder
		 */
		public Builder closeTimeout(Duration closeTimeout) {
			this.closeTimeout = closeTimeout;
			return this;
		}

		/**
		 * Set the number of threads that read and write. The default is the number of
		 * processors, at most 4.
		 * @param ioThreads the number
		 * @return this builder
		 */
		public Builder ioThreads(int ioThreads) {
			if (ioThreads < 1) {
				throw new IllegalArgumentException("'ioThreads' must be positive");
			}
			this.ioThreads = ioThreads;
			return this;
		}

		/**
		 * Set the executor for lookups of host names and proxies, which may block. It
		 * stays open when the transport is closed. By default the transport has threads
		 * of its own, at most 8.
		 * @param lookupExecutor the executor
		 * @return this builder
		 */
		public Builder lookupExecutor(Executor lookupExecutor) {
			this.lookupExecutor = lookupExecutor;
			return this;
		}

		/**
		 * Set the SSL context of {@code wss} connections. It is asked for by each
		 * connection, so that renewed certificates are used by the next one. The default
		 * is that of the JVM.
		 * @param sslContext supplies the context
		 * @return this builder
		 */
		public Builder sslContext(Supplier<SSLContext> sslContext) {
			this.sslContext = sslContext;
			return this;
		}

		/**
		 * Build the transport, and start its threads when they are needed.
		 * @return the transport
		 */
		public NettyTransport build() {
			return new NettyTransport(this);
		}

		private static SSLContext defaultSslContext() {
			try {
				return SSLContext.getDefault();
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("The JVM has no TLS", ex);
			}
		}

	}

}
