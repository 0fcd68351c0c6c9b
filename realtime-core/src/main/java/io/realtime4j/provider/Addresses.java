package io.realtime4j.provider;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads and completes the addresses of APIs.
 */
final class Addresses {

	private Addresses() {
	}

	/**
	 * Return whether the host is one of these domains or below one of them.
	 */
	static boolean isBelow(URI baseUrl, String... domains) {
		String host = host(baseUrl);
		return Stream.of(domains).anyMatch((domain) -> host.equals(domain) || host.endsWith("." + domain));
	}

	static boolean hasPath(URI baseUrl, String path) {
		return (path(baseUrl) + "/").contains(path + "/");
	}

	/**
	 * Return the address with a path, unless it has one.
	 */
	static URI complete(URI baseUrl, String path) {
		if (!path(baseUrl).matches("/*")) {
			return baseUrl;
		}
		return address(baseUrl, path, baseUrl.getRawQuery());
	}

	/**
	 * Return the address with a query parameter, unless it has that one.
	 */
	static URI withParameter(URI baseUrl, String name, String value) {
		String query = (baseUrl.getRawQuery() != null) ? baseUrl.getRawQuery() : "";
		if (("&" + query).contains("&" + name + "=")) {
			return baseUrl;
		}
		return address(baseUrl, path(baseUrl), query + (query.isEmpty() ? "" : "&") + name + "=" + value);
	}

	private static URI address(URI baseUrl, String path, @Nullable String query) {
		return URI.create(
				baseUrl.getScheme() + "://" + baseUrl.getRawAuthority() + path + ((query != null) ? "?" + query : ""));
	}

	private static String host(URI baseUrl) {
		return (baseUrl.getHost() != null) ? baseUrl.getHost().toLowerCase(Locale.ROOT) : "";
	}

	private static String path(URI baseUrl) {
		return (baseUrl.getRawPath() != null) ? baseUrl.getRawPath() : "";
	}

}
