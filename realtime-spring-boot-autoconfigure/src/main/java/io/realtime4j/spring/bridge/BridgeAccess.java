package io.realtime4j.spring.bridge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules for access to the bridge: allowed origins of pages, and allowed host names of the
 * server.
 *
 * @param allowedOrigins the origins of pages besides that of the server itself, such as
 * {@code https://www.example.com}, or {@code *} for all
 * @param allowedHosts the names, without a port, by which requests may address the
 * server: {@code www.example.com}, {@code *.example.com} for all names below that, or
 * {@code *} for all. Where there are none, a request that reaches a loopback address
 * without a proxy has to name {@code localhost} or an IP address, and all others may name
 * anything
 * @since 0.1.0
 */
public record BridgeAccess(Set<String> allowedOrigins, Set<String> allowedHosts) {

	/**
	 * Entry for all origins.
	 */
	public static final String ALL = "*";

	/**
	 * Create a new {@link BridgeAccess} instance.
	 */
	public BridgeAccess {
		allowedOrigins = Set.copyOf(allowedOrigins);
		allowedHosts = allowedHosts.stream()
			.map((host) -> host.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Return access for pages of the server itself only.
	 * @return the access, by any name of the server
	 */
	public static BridgeAccess ofSameOrigin() {
		return new BridgeAccess(Set.of(), Set.of());
	}

}
