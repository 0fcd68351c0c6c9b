package io.realtime4j.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Request for a connection: the address, the headers and the limits. The headers hold
 * secrets and never appear in {@code toString}.
 *
 * @param uri the address, {@code ws} or {@code wss}
 * @param headers the headers of the handshake by name
 * @param subprotocols the subprotocols to offer, in order
 * @param timeout the longest that the handshake may take
 * @since 0.1.0
 */
public record ConnectionRequest(URI uri, Map<String, String> headers, List<String> subprotocols, Duration timeout) {

	/**
	 * Create a new {@link ConnectionRequest} instance.
	 */
	public ConnectionRequest {
		headers = Map.copyOf(headers);
		subprotocols = List.copyOf(subprotocols);
	}

	@Override
	public String toString() {
		return "ConnectionRequest[host=" + ServerAddress.hostOf(this.uri) + ", headers=" + this.headers.keySet()
				+ ", timeout=" + this.timeout + "]";
	}

}
