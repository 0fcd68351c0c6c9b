package io.realtime4j.spring.websocket;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

/**
 * Settings of {@link SpringWebSocketTransport}.
 *
 * @param maxFrameSize the largest frame that is taken, in bytes
 * @param sendTimeout the longest that sending may stand still before the connection is
 * cut
 * @param closeTimeout the longest to wait for the close frame of the server
 * @param sslContext supplies what secures a connection; asked for by each of them
 * @since 0.1.0
 */
public record WebSocketTransportSettings(int maxFrameSize, Duration sendTimeout, Duration closeTimeout,
		Supplier<SSLContext> sslContext) {

	private static final int MAX_FRAME_SIZE = 16 * 1024 * 1024;

	/**
	 * Return the defaults: frames up to 16 MiB, 20 s of standstill of a send, 5 s to
	 * close, and the certificates that the JVM trusts.
	 * @return the defaults
	 */
	public static WebSocketTransportSettings defaults() {
		return new WebSocketTransportSettings(MAX_FRAME_SIZE, Duration.ofSeconds(20), Duration.ofSeconds(5),
				WebSocketTransportSettings::defaultSslContext);
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
