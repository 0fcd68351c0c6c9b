package io.realtime4j.spring.boot.autoconfigure.vonage;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneRequestMatchers;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Factory of {@link RequestMatcher}s for the endpoints of Vonage. They verify signatures
 * and tickets themselves: permit all requests to them, and leave them out of CSRF
 * protection.
 *
 * @since 0.1.0
 */
public final class VonageRequest {

	private VonageRequest() {
	}

	/**
	 * Return a matcher for the webhooks of calls and their WebSockets. It matches nothing
	 * where they are not enabled.
	 * @return the matcher
	 */
	public static RequestMatcher toVonage() {
		return PhoneRequestMatchers.withEvents(VonageProperties.class, VonagePropertiesMapper::endpoints);
	}

}
