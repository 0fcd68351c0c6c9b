package io.realtime4j.spring.observation;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.realtime4j.transport.ServerAddress;

/**
 * Context of the observation of a handshake, which carries the context of the trace to
 * the service in its headers.
 *
 * @since 0.1.0
 */
public class HandshakeObservationContext extends SenderContext<Map<String, String>> {

	private final String provider;

	private final String serverAddress;

	private volatile String outcome = "abandoned";

	private volatile int status;

	/**
	 * Create a context.
	 * @param uri the address
	 * @param headers the headers, to be changed in place
	 * @param provider the name of the provider
	 */
	public HandshakeObservationContext(URI uri, Map<String, String> headers, String provider) {
		super((carrier, key, value) -> Objects.requireNonNull(carrier).put(key, value), Kind.CLIENT);
		this.provider = provider;
		this.serverAddress = String.valueOf(ServerAddress.hostOf(uri));
		setCarrier(headers);
		setRemoteServiceName(provider);
	}

	/**
	 * Return the name of the provider.
	 * @return the name
	 */
	public String getProvider() {
		return this.provider;
	}

	/**
	 * Return the host of the server.
	 * @return the host
	 */
	public String getServerAddress() {
		return this.serverAddress;
	}

	/**
	 * Return how the handshake ended: {@code opened}, {@code refused},
	 * {@code unreachable}, {@code closed_by_server} or {@code connection_lost}.
	 * @return the outcome
	 */
	public String getOutcome() {
		return this.outcome;
	}

	void setOutcome(String outcome) {
		this.outcome = outcome;
	}

	/**
	 * Return the HTTP status of a refusal.
	 * @return the status, 0 if there is none
	 */
	public int getStatus() {
		return this.status;
	}

	void setStatus(int status) {
		this.status = status;
	}

}
