package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousSocketChannel;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectFailures;
import io.realtime4j.transport.HandshakeRefused;
import jakarta.websocket.ClientEndpointConfig;
import org.apache.tomcat.websocket.AsyncChannelWrapper;
import org.apache.tomcat.websocket.AsyncChannelWrapperNonSecure;
import org.jspecify.annotations.Nullable;

/**
 * Opens a connection up to the upgrade to WebSocket. That of Tomcat bounds the time of
 * each step only, so that a server that answers byte by byte holds it for ever; it hides
 * the headers of a refusal, and does not check that the answer belongs to the request.
 */
final class Handshake {

	private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

	private final AsynchronousChannelGroup group;

	private final Route route;

	private final ClientEndpointConfig config;

	private final Deadline deadline;

	Handshake(AsynchronousChannelGroup group, Route route, ClientEndpointConfig config, Deadline deadline) {
		this.group = group;
		this.route = route;
		this.config = config;
		this.deadline = deadline;
	}

	/**
	 * Connect, through a proxy where there is one, and upgrade.
	 * @return the connection
	 */
	Upgraded perform() throws HandshakeException {
		AsynchronousSocketChannel socket = null;
		try {
			socket = connect();
			return upgrade(socket);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(socket, ex);
		}
		catch (IOException | ExecutionException | TimeoutException | RuntimeException ex) {
			throw failed(socket, ex);
		}
		catch (HandshakeException ex) {
			close(socket);
			throw ex;
		}
	}

	private AsynchronousSocketChannel connect()
			throws IOException, InterruptedException, ExecutionException, TimeoutException, HandshakeException {
		AsynchronousSocketChannel socket = open();
		if (this.route.proxy() == null) {
			return socket;
		}
		HttpHead answer = tunnel(socket, null);
		if (answer.status() == PROXY_AUTHENTICATION_REQUIRED) {
			socket.close();
			String credentials = this.route.credentials(answer.header("Proxy-Authenticate"));
			if (credentials == null) {
				throw new HandshakeException(
						new ConnectFailed("the proxy demands credentials, and there are none", true));
			}
			socket = open();
			answer = tunnel(socket, credentials);
		}
		if (answer.status() == PROXY_AUTHENTICATION_REQUIRED) {
			close(socket);
			throw new HandshakeException(new ConnectFailed("the proxy does not take the credentials", true));
		}
		if (answer.status() / 100 != 2) {
			close(socket);
			throw new HandshakeException(
					new ConnectFailed("the proxy refuses the connection with HTTP status " + answer.status()));
		}
		return socket;
	}

	private AsynchronousSocketChannel open()
			throws IOException, InterruptedException, ExecutionException, TimeoutException {
		AsynchronousSocketChannel socket = AsynchronousSocketChannel.open(this.group);
		try {
			// An event is small and must not wait for the acknowledgement of the last one
			socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
			this.deadline.await(socket.connect(this.route.address()));
			return socket;
		}
		catch (IOException | InterruptedException | ExecutionException | TimeoutException | RuntimeException ex) {
			close(socket);
			throw ex;
		}
	}

	private HttpHead tunnel(AsynchronousSocketChannel socket, @Nullable String credentials)
			throws InterruptedException, ExecutionException, TimeoutException, HandshakeException {
		AsyncChannelWrapper channel = new AsyncChannelWrapperNonSecure(socket);
		try {
			write(channel, this.route.connectRequest(credentials));
			return HttpHead.read(channel, ByteBuffer.allocate(1), this.deadline);
		}
		catch (InterruptedException | ExecutionException | TimeoutException | HandshakeException ex) {
			close(socket);
			throw ex;
		}
	}

	private Upgraded upgrade(AsynchronousSocketChannel socket)
			throws IOException, InterruptedException, ExecutionException, TimeoutException, HandshakeException {
		UpgradeRequest request = new UpgradeRequest(this.route, this.config);
		AsyncChannelWrapper channel = channel(socket);
		write(channel, request.bytes());
		ByteBuffer buffer = ByteBuffer.allocate(this.route.secure() ? TlsChannel.READ_SIZE : Upgraded.READ_SIZE);
		HttpHead answer = HttpHead.read(channel, buffer, this.deadline);
		if (answer.status() != 101) {
			throw new HandshakeException(new HandshakeRefused(answer.status(), answer.retryAfter(Instant.now())));
		}
		this.config.getConfigurator().afterResponse(answer::publicHeaders);
		return new Upgraded(channel, buffer, request.check(answer));
	}

	private AsyncChannelWrapper channel(AsynchronousSocketChannel socket)
			throws IOException, InterruptedException, ExecutionException, TimeoutException {
		if (!this.route.secure()) {
			return new AsyncChannelWrapperNonSecure(socket);
		}
		TlsChannel channel = new TlsChannel(socket, engine());
		channel.handshake(this.deadline);
		return channel;
	}

	private SSLEngine engine() throws IOException {
		try {
			SSLContext context = this.config.getSSLContext();
			SSLEngine engine = ((context != null) ? context : SSLContext.getDefault())
				.createSSLEngine(this.route.host(), this.route.port());
			engine.setUseClientMode(true);
			SSLParameters parameters = engine.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			engine.setSSLParameters(parameters);
			return engine;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IOException("TLS is not set up", ex);
		}
	}

	private void write(AsyncChannelWrapper channel, byte[] bytes)
			throws InterruptedException, ExecutionException, TimeoutException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		while (buffer.hasRemaining()) {
			this.deadline.await(channel.write(buffer));
		}
	}

	private static HandshakeException failed(@Nullable AsynchronousSocketChannel socket, Exception ex) {
		close(socket);
		return new HandshakeException(ConnectFailures.explain(ex));
	}

	private static void close(@Nullable AsynchronousSocketChannel socket) {
		try {
			if (socket != null) {
				socket.close();
			}
		}
		catch (IOException ex) {
			// There is nothing that it could still disturb
		}
	}

	/**
	 * A connection that speaks WebSocket from now on.
	 *
	 * @param channel where to read and write
	 * @param buffer what was read behind the answer, and what is read from now on
	 * @param subprotocol the subprotocol that the server chose, or {@code null} if none
	 */
	record Upgraded(AsyncChannelWrapper channel, ByteBuffer buffer, @Nullable String subprotocol) {

		private static final int READ_SIZE = 8 * 1024;

	}

}
