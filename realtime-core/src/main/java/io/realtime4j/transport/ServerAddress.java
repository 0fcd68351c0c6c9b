package io.realtime4j.transport;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Host and port of an address. {@link URI} knows neither where the host has a name that
 * is none on the Internet, such as {@code local_ai} in a network of containers.
 *
 * @param host the name or the IP address, an IPv6 address in brackets
 * @param port the port, -1 for that of the scheme
 * @since 0.1.0
 */
public record ServerAddress(String host, int port) {

	private static final Pattern AUTHORITY = Pattern.compile("([\\w.~-]+)(?::(\\d{0,5}))?");

	/**
	 * Return the host and the port of an address.
	 * @param uri the address
	 * @return host and port, or {@code null} if it has no host
	 */
	public static @Nullable ServerAddress of(URI uri) {
		if (uri.getHost() != null) {
			return new ServerAddress(uri.getHost(), uri.getPort());
		}
		String authority = (uri.getRawAuthority() != null) ? uri.getRawAuthority() : "";
		// Behind user and password, as whoever connects reads it
		Matcher matcher = AUTHORITY.matcher(authority.substring(authority.lastIndexOf('@') + 1));
		if (!matcher.matches()) {
			return null;
		}
		String port = matcher.group(2);
		return new ServerAddress(matcher.group(1), (port != null && !port.isEmpty()) ? Integer.parseInt(port) : -1);
	}

	/**
	 * Return the host of an address for messages.
	 * @param uri the address
	 * @return the host, or {@code null} if it has none
	 */
	public static @Nullable String hostOf(URI uri) {
		ServerAddress address = of(uri);
		return (address != null) ? address.host() : null;
	}

	@Override
	public String toString() {
		return (this.port != -1) ? this.host + ":" + this.port : this.host;
	}

}
