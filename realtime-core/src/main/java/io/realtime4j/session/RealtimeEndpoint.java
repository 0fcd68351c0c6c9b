package io.realtime4j.session;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.transport.ServerAddress;

/**
 * Server that sessions connect to. The headers hold the credentials and never appear in
 * {@code toString}.
 *
 * @param baseUrl the root of the API, such as {@code https://api.openai.com/v1}; http and
 * ws, https and wss are taken alike, query parameters are kept
 * @param provider the provider of the service, who decides what is sent
 * @param dialect the dialect that the server speaks
 * @param headers gives the headers of a handshake, credentials included, anew for each
 * connection
 * @param plainTextAllowed whether credentials may go over an unencrypted connection to a
 * host other than this one
 * @since 0.1.0
 */
public record RealtimeEndpoint(URI baseUrl, Provider provider, Dialect dialect, Supplier<Map<String, String>> headers,
		boolean plainTextAllowed) {

	/**
	 * Create a new {@link RealtimeEndpoint} instance.
	 */
	public RealtimeEndpoint {
		String scheme = (baseUrl.getScheme() != null) ? baseUrl.getScheme().toLowerCase(Locale.ROOT) : "";
		String host = ServerAddress.hostOf(baseUrl);
		if (host == null || !scheme.matches("https?|wss?")) {
			throw new IllegalArgumentException(
					"The base URL must be absolute with the scheme https, wss, http or ws and a host,"
							+ " such as https://api.openai.com/v1");
		}
		if (scheme.matches("http|ws") && !plainTextAllowed && !isLoopback(host)) {
			throw new IllegalArgumentException("The base URL must use https or wss: credentials go unencrypted"
					+ " only to this machine itself, not to '" + host + "'");
		}
		if (!provider.speaks(dialect)) {
			throw new IllegalArgumentException(provider.displayName() + " does not speak the dialect " + dialect);
		}
	}

	/**
	 * Create an endpoint whose provider is determined by the host of the URL.
	 * @param baseUrl the root of the API
	 * @param dialect the dialect that the server speaks
	 * @param headers gives the headers of a handshake, credentials included, anew for
	 * each connection
	 * @param plainTextAllowed whether credentials may go over an unencrypted connection
	 * to a host other than this one
	 */
	public RealtimeEndpoint(URI baseUrl, Dialect dialect, Supplier<Map<String, String>> headers,
			boolean plainTextAllowed) {
		this(baseUrl, Provider.of(baseUrl), dialect, headers, plainTextAllowed);
	}

	/**
	 * Return the complete base URL of the API.
	 * @return the base URL, with the path that the API of the provider has if the URL has
	 * none
	 */
	public URI root() {
		return this.provider.root(this.baseUrl);
	}

	private static boolean isLoopback(String host) {
		return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
	}

	@Override
	public String toString() {
		return "RealtimeEndpoint[host=" + ServerAddress.hostOf(this.baseUrl) + ", provider=" + this.provider
				+ ", dialect=" + this.dialect + "]";
	}

}
