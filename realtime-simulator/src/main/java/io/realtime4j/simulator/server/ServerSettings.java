package io.realtime4j.simulator.server;

import org.jspecify.annotations.Nullable;

/**
 * The settings of the server.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any
 * @param apiKey the key that clients must give, or {@code null} for any or none
 * @param maxMessageLength the longest message taken, in characters
 * @param recorded how many events of a client to remember
 */
public record ServerSettings(String host, int port, @Nullable String apiKey, int maxMessageLength, int recorded) {

	@Override
	public String toString() {
		return "ServerSettings[host=" + this.host + ", port=" + this.port + "]";
	}

}
