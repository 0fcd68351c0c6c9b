package io.realtime4j.spring.websocket;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.realtime4j.transport.ConnectionRequest;
import jakarta.websocket.ClientEndpointConfig;

/**
 * Address to connect to, and the subprotocols to offer. Both may hold credentials, and
 * Spring writes what it knows of them into its log, so that they go past it.
 */
final class Target {

	private static final String PROPERTY = Target.class.getName();

	private static final String SUBPROTOCOLS = "sec-websocket-protocol";

	private final URI uri;

	private final List<String> subprotocols;

	private Target(URI uri, List<String> subprotocols) {
		this.uri = uri;
		this.subprotocols = subprotocols;
	}

	static Target of(ConnectionRequest request) {
		List<String> subprotocols = new ArrayList<>(request.subprotocols());
		request.headers()
			.entrySet()
			.stream()
			.filter((header) -> isSubprotocols(header.getKey()))
			.flatMap((header) -> Stream.of(header.getValue().split(",")))
			.map(String::strip)
			.forEach(subprotocols::add);
		return new Target(request.uri(), List.copyOf(subprotocols));
	}

	static Target of(ClientEndpointConfig config) {
		return (Target) Objects.requireNonNull(config.getUserProperties().get(PROPERTY),
				"No target was put into the configuration");
	}

	static boolean isSubprotocols(String header) {
		return header.toLowerCase(Locale.ROOT).equals(SUBPROTOCOLS);
	}

	void putInto(Map<String, Object> properties) {
		properties.put(PROPERTY, this);
	}

	URI uri() {
		return this.uri;
	}

	// The address as everybody may know it. Spring looks its host up, and stumbles over a
	// host that URI does not know
	URI publicUri() {
		String host = (this.uri.getHost() != null) ? this.uri.getHost() : "localhost";
		return URI.create(this.uri.getScheme() + "://" + host
				+ ((this.uri.getPort() != -1) ? ":" + this.uri.getPort() : "") + this.uri.getRawPath());
	}

	List<String> subprotocols() {
		return this.subprotocols;
	}

}
