package io.realtime4j.spring.websocket;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

import io.realtime4j.transport.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server: straight, or through the proxy that the {@link ProxySelector} of
 * the JVM names. Credentials come from the {@link Authenticator} of the JVM.
 *
 * @param uri the address of the server
 * @param proxy the address of the proxy, or {@code null} if there is none
 */
record Route(URI uri, @Nullable InetSocketAddress proxy) {

	static Route to(URI uri) {
		ProxySelector selector = ProxySelector.getDefault();
		if (selector == null) {
			return new Route(uri, null);
		}
		return new Route(uri,
				selector.select(URI.create(httpAddress(uri)))
					.stream()
					.filter((proxy) -> proxy.type() == Proxy.Type.HTTP)
					.map((proxy) -> (InetSocketAddress) proxy.address())
					.findFirst()
					.orElse(null));
	}

	private static String httpAddress(URI uri) {
		return uri.toString().replaceFirst("(?i)^ws", "http");
	}

	boolean secure() {
		return "wss".equalsIgnoreCase(this.uri.getScheme());
	}

	private ServerAddress server() {
		return Objects.requireNonNull(ServerAddress.of(this.uri), "The address has no host");
	}

	String host() {
		return server().host();
	}

	int port() {
		int port = server().port();
		return (port != -1) ? port : secure() ? 443 : 80;
	}

	String authority() {
		return server().toString();
	}

	/**
	 * Return where to connect to. Looks names up, which may block.
	 * @return the address
	 */
	InetSocketAddress address() {
		return (this.proxy != null) ? new InetSocketAddress(this.proxy.getHostString(), this.proxy.getPort())
				: new InetSocketAddress(host().replaceAll("[\\[\\]]", ""), port());
	}

	/**
	 * Return the request that asks the proxy for a tunnel to the server.
	 * @param authorization the credentials, or {@code null} for none
	 * @return the request
	 */
	byte[] connectRequest(@Nullable String authorization) {
		String target = host() + ":" + port();
		String credentials = (authorization != null) ? "Proxy-Authorization: " + authorization + "\r\n" : "";
		return ("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + credentials + "\r\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Ask the JVM for the credentials that the proxy demands.
	 * @param challenge the scheme and the realm that the proxy names
	 * @return the value of the header, or {@code null} if there are none
	 */
	@Nullable String credentials(@Nullable String challenge) {
		if (this.proxy == null || challenge == null || !challenge.regionMatches(true, 0, "Basic", 0, 5)) {
			return null;
		}
		String realm = challenge.replaceFirst("(?i).*realm=\"([^\"]*)\".*", "$1");
		PasswordAuthentication credentials = Authenticator.requestPasswordAuthentication(this.proxy.getHostString(),
				this.proxy.getAddress(), this.proxy.getPort(), "http", realm, "Basic", url(),
				Authenticator.RequestorType.PROXY);
		if (credentials == null) {
			return null;
		}
		String pair = credentials.getUserName() + ":" + new String(credentials.getPassword());
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	private @Nullable URL url() {
		try {
			return URI.create(httpAddress(this.uri)).toURL();
		}
		catch (MalformedURLException ex) {
			return null;
		}
	}

}
