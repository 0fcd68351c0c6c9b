package io.realtime4j.simulator.server;

import org.jspecify.annotations.Nullable;

/**
 * Internal settings of the server.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any
 * @param apiKey the key that clients must give, or {@code null} for any or none
 * @param refusesLate whether wrong keys are refused after the handshake
 * @param beta whether the beta protocol is spoken
 * @param knownCallsOnly whether only calls that the simulator knows can be joined
 * @param maxMessageLength the longest message taken, in characters
 * @param recorded how many events of a client to remember
 */
public record ServerSettings(String host, int port, @Nullable String apiKey, boolean refusesLate, boolean beta,
		boolean knownCallsOnly, int maxMessageLength, int recorded) {

	@Override
	public String toString() {
		return "ServerSettings[host=" + this.host + ", port=" + this.port + "]";
	}

}
