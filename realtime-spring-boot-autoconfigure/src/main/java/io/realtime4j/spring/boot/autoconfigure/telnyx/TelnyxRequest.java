package io.realtime4j.spring.boot.autoconfigure.telnyx;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneRequestMatchers;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Factory of {@link RequestMatcher}s for the endpoints of Telnyx. They verify signatures
 * and tickets themselves: permit all requests to them, and leave them out of CSRF
 * protection.
 *
 * @since 0.1.0
 */
public final class TelnyxRequest {

	private TelnyxRequest() {
	}

	/**
	 * Return a matcher for the webhook of calls and their media streams. It matches
	 * nothing where they are not enabled.
	 * @return the matcher
	 */
	public static RequestMatcher toTelnyx() {
		return PhoneRequestMatchers.of(TelnyxProperties.class, TelnyxPropertiesMapper::endpoints);
	}

}
