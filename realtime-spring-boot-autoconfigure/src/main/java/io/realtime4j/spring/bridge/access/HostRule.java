package io.realtime4j.spring.bridge.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import io.realtime4j.spring.bridge.BridgeAccess;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Rule about the names by which requests may address the server. A page of anybody can
 * give a name of its own the address of this machine, and is then of the same origin as
 * the server.
 */
final class HostRule {

	private static final Log logger = LogFactory.getLog(HostRule.class);

	private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

	private static final String FORWARDED = "forwarded";

	/**
	 * Attribute that Tomcat sets where it resolved the headers of a proxy.
	 */
	private static final String RESOLVED_BY_TOMCAT = "org.apache.tomcat.request.forwarded";

	private final AtomicBoolean told = new AtomicBoolean();

	private final Set<String> allowed;

	HostRule(Set<String> allowed) {
		this.allowed = allowed;
	}

	/**
	 * Return whether a request addresses the server by a name that it has.
	 * @param request the request
	 * @param headersAreSafe whether no page can write the headers of such a request
	 * @return whether it does
	 */
	boolean allows(HttpServletRequest request, boolean headersAreSafe) {
		String host = host(request);
		boolean allowed = this.allowed.isEmpty() ? !isDirect(request, headersAreSafe) || isLocal(host)
				: this.allowed.stream().anyMatch((pattern) -> matches(pattern, host));
		if (!allowed && this.told.compareAndSet(false, true)) {
			logger.warn("Refused a request to the host '" + host
					+ "'. If this is a name of the server, set realtime.bridge.allowed-hosts");
		}
		return allowed;
	}

	private static String host(HttpServletRequest request) {
		String host = request.getServerName().toLowerCase(Locale.ROOT);
		if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
			return "[" + host + "]";
		}
		return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
	}

	private static boolean matches(String pattern, String host) {
		return pattern.equals(BridgeAccess.ALL) || pattern.equals(host)
				|| (pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
	}

	private static boolean isLocal(String host) {
		return host.equals("localhost") || host.endsWith(".localhost") || IP_ADDRESS.matcher(host).matches();
	}

	private static boolean isDirect(HttpServletRequest request, boolean headersAreSafe) {
		HttpServletRequest received = received(request);
		boolean resolved = request.getAttribute(RESOLVED_BY_TOMCAT) != null
				|| (isForwarded(received) && !isForwarded(request));
		return isLoopback(received.getLocalAddr()) && !resolved && !(headersAreSafe && isForwarded(received));
	}

	// A filter that resolves the headers of a proxy hides them
	private static HttpServletRequest received(HttpServletRequest request) {
		ServletRequest inner = request;
		while (inner instanceof HttpServletRequestWrapper wrapper) {
			inner = wrapper.getRequest();
		}
		return (inner instanceof HttpServletRequest received) ? received : request;
	}

	private static boolean isForwarded(HttpServletRequest request) {
		for (String name : (Iterable<String>) request.getHeaderNames()::asIterator) {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (lowerCase.equals(FORWARDED) || lowerCase.startsWith("x-" + FORWARDED + "-")) {
				return true;
			}
		}
		return false;
	}

	private static boolean isLoopback(String address) {
		try {
			return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
