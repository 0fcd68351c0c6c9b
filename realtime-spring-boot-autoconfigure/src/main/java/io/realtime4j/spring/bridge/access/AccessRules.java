package io.realtime4j.spring.bridge.access;

import java.util.Collections;
import java.util.Set;

import io.realtime4j.spring.bridge.BridgeAccess;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.util.WebUtils;

/**
 * Internal rules that decide which requests reach the bridge.
 */
public final class AccessRules {

	private final HostRule hosts;

	private final Set<String> allowedOrigins;

	/**
	 * Create rules.
	 * @param access the settings
	 */
	public AccessRules(BridgeAccess access) {
		this.hosts = new HostRule(access.allowedHosts());
		this.allowedOrigins = access.allowedOrigins();
	}

	/**
	 * Return whether a request may open a WebSocket.
	 * @param request the request
	 * @return whether it may
	 */
	boolean allowHandshake(HttpServletRequest request) {
		return this.hosts.allows(request, true) && isAllowedOrigin(request);
	}

	/**
	 * Return whether a request may ask for something by {@code POST}.
	 * @param request the request
	 * @return whether it may
	 */
	public boolean allowPost(HttpServletRequest request) {
		return this.hosts.allows(request, false) && isAllowedOrigin(request);
	}

	/**
	 * Return whether a request may have a file that is no secret.
	 * @param request the request
	 * @return whether it may
	 */
	public boolean allowFile(HttpServletRequest request) {
		return this.hosts.allows(request, true);
	}

	private boolean isAllowedOrigin(HttpServletRequest request) {
		if (Collections.list(request.getHeaders(HttpHeaders.ORIGIN)).size() > 1) {
			return false;
		}
		ServletServerHttpRequest wrapped = new ServletServerHttpRequest(request);
		try {
			return WebUtils.isSameOrigin(wrapped)
					|| (!this.allowedOrigins.isEmpty() && WebUtils.isValidOrigin(wrapped, this.allowedOrigins));
		}
		catch (IllegalArgumentException ex) {
			// No browser sends it
			return false;
		}
	}

}
