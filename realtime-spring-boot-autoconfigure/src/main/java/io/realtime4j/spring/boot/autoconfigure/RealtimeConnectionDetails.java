package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * Details required to establish a connection to a realtime service.
 *
 * @since 0.1.0
 */
public interface RealtimeConnectionDetails extends ConnectionDetails {

	/**
	 * Return the base URL of the API, such as {@code https://api.openai.com/v1}. The
	 * schemes https and wss are equivalent, as are http and ws.
	 * @return the base URL
	 */
	URI getBaseUrl();

	/**
	 * Return the headers of a handshake by name, credentials included. Called anew for
	 * each connection.
	 * @return the headers
	 */
	default Map<String, String> getHeaders() {
		return Map.of();
	}

	/**
	 * Return the SSL bundle to connect with.
	 * @return the bundle, or {@code null} for the defaults of the JDK
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

	/**
	 * Return whether the headers may be sent over an unencrypted connection to another
	 * host.
	 * @return {@code true} if they may
	 */
	default boolean isUnencryptedAllowed() {
		return false;
	}

}
