package io.realtime4j.transport.netty;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.proxy.ProxyConnectException;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectFailures;
import org.jspecify.annotations.Nullable;

/**
 * Tunnel through an HTTP proxy, and the ways in which the proxy can refuse it.
 */
final class ProxyTunnel {

	private static final Pattern STATUS = Pattern.compile("status: (\\d{3})");

	private ProxyTunnel() {
	}

	/**
	 * Return the handler that asks for the tunnel.
	 * @param proxy the address of the proxy
	 * @param credentials the credentials, or {@code null} for none
	 * @param millis how long it may take
	 * @return the handler
	 */
	static ChannelHandler handler(InetSocketAddress proxy, @Nullable PasswordAuthentication credentials, long millis) {
		InetSocketAddress address = new InetSocketAddress(proxy.getHostString(), proxy.getPort());
		HttpProxyHandler handler = (credentials != null)
				? new HttpProxyHandler(address, credentials.getUserName(), new String(credentials.getPassword()))
				: new HttpProxyHandler(address);
		// The attempt has a bound of its own, and says what it means
		handler.setConnectTimeoutMillis(millis);
		return handler;
	}

	/**
	 * Return whether there is what a tunnel needs.
	 * @return whether {@code netty-handler-proxy} is on the class path
	 */
	static boolean isPresent() {
		try {
			Class.forName("io.netty.handler.proxy.HttpProxyHandler", false, ProxyTunnel.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	static boolean isRefusal(Throwable failure) {
		return failure instanceof ProxyConnectException;
	}

	/**
	 * Return what the proxy demands.
	 * @param failure how the tunnel failed
	 * @return the scheme and the realm, or {@code null} if it demands nothing
	 */
	static @Nullable String challenge(Throwable failure) {
		HttpHeaders headers = (failure instanceof HttpProxyConnectException refused) ? refused.headers() : null;
		return (headers != null) ? headers.get(HttpHeaderNames.PROXY_AUTHENTICATE) : null;
	}

	static ConnectFailed refusal(Throwable failure) {
		Matcher status = STATUS.matcher(String.valueOf(failure.getMessage()));
		if (status.find()) {
			return new ConnectFailed("the proxy refuses the connection with HTTP status " + status.group(1));
		}
		if (String.valueOf(failure.getMessage()).endsWith("timeout")) {
			return ConnectFailures.explain(new TimeoutException());
		}
		return new ConnectFailed("the proxy ended the connection");
	}

}
