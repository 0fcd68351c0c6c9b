package io.realtime4j.simulator.connection;

import java.util.List;
import java.util.Map;

/**
 * Handshake of a client, without its credentials. Credentials are left out.
 *
 * @param path the path of the URL
 * @param query the parameters of the query
 * @param headers the headers, their names in lower case
 * @param subprotocols the subprotocols that were offered
 * @param authenticated whether the client gave a key of any kind
 * @param beta whether the client asked for the beta protocol
 */
public record Handshake(String path, Map<String, List<String>> query, Map<String, List<String>> headers,
		List<String> subprotocols, boolean authenticated, boolean beta) {

	/**
	 * Create a new {@link Handshake} instance.
	 */
	public Handshake {
		query = Map.copyOf(query);
		headers = Map.copyOf(headers);
		subprotocols = List.copyOf(subprotocols);
	}

}
