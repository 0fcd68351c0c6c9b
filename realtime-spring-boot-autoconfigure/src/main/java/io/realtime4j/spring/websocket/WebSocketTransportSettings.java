package io.realtime4j.spring.websocket;

import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link SpringWebSocketTransport}.
 *
 * @param maxFrameSize the largest frame that is taken, in bytes
 * @param sendTimeout the longest that sending may stand still before the connection is
 * cut
 * @param closeTimeout the longest to wait for the close frame of the server
 * @param sslContext what secures connections, or {@code null} for the default of the JVM
 * @since 0.1.0
 */
public record WebSocketTransportSettings(int maxFrameSize, Duration sendTimeout, Duration closeTimeout,
		@Nullable SSLContext sslContext) {

	private static final int MAX_FRAME_SIZE = 16 * 1024 * 1024;

	/**
	 * Return the defaults: frames up to 16 MiB, 20 s of standstill of a send, 5 s to
	 * close, and the certificates that the JVM trusts.
	 * @return the defaults
	 */
	public static WebSocketTransportSettings defaults() {
		return new WebSocketTransportSettings(MAX_FRAME_SIZE, Duration.ofSeconds(20), Duration.ofSeconds(5), null);
	}

}
