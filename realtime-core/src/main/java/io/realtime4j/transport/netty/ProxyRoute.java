package io.realtime4j.transport.netty;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;

import org.jspecify.annotations.Nullable;

/**
 * The way to a server through the proxy that the {@link ProxySelector} of the JVM names.
 * Credentials come from the {@link Authenticator} of the JVM. Both may block.
 *
 * @param uri the address of the server, {@code http} or {@code https}
 * @param proxy the address of the proxy, not looked up
 */
record ProxyRoute(URI uri, InetSocketAddress proxy) {

	private static final String BASIC = "Basic";

	/**
	 * Return the way to a server.
	 * @param server the address of the server, {@code ws} or {@code wss}
	 * @return the way, or {@code null} if no proxy is to be used
	 */
	static @Nullable ProxyRoute to(URI server) {
		ProxySelector selector = ProxySelector.getDefault();
		if (selector == null) {
			return null;
		}
		URI uri = URI.create(server.toString().replaceFirst("(?i)^ws", "http"));
		return selector.select(uri)
			.stream()
			.filter((proxy) -> proxy.type() == Proxy.Type.HTTP)
			.map((proxy) -> new ProxyRoute(uri, (InetSocketAddress) proxy.address()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Ask the JVM for the credentials that the proxy demands.
	 * @param challenge the scheme and the realm that the proxy names
	 * @return the credentials, or {@code null} if there are none
	 */
	@Nullable PasswordAuthentication credentials(String challenge) {
		if (!challenge.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
			return null;
		}
		String realm = challenge.replaceFirst("(?i).*realm=\"([^\"]*)\".*", "$1");
		return Authenticator.requestPasswordAuthentication(this.proxy.getHostString(), this.proxy.getAddress(),
				this.proxy.getPort(), "http", realm, BASIC, url(), Authenticator.RequestorType.PROXY);
	}

	private @Nullable URL url() {
		try {
			return this.uri.toURL();
		}
		catch (MalformedURLException ex) {
			return null;
		}
	}

}
