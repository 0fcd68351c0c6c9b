package io.realtime4j.session;

import java.time.Duration;

/**
 * Time-outs of the steps of a session.
 *
 * @param connect the handshake
 * @param open opening as a whole, until the settings are acknowledged
 * @param close closing, until the connection is cut
 * @since 0.1.0
 */
public record SessionTimeouts(Duration connect, Duration open, Duration close) {

	/**
	 * Return the defaults: 10 s, 20 s and 5 s.
	 * @return the defaults
	 */
	public static SessionTimeouts defaults() {
		return new SessionTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5));
	}

}
