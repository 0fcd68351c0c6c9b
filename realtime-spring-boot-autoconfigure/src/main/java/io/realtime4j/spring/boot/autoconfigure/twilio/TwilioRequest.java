package io.realtime4j.spring.boot.autoconfigure.twilio;

import io.realtime4j.spring.boot.autoconfigure.phone.PhoneRequestMatchers;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Factory of {@link RequestMatcher}s for the endpoints of Twilio. They verify signatures
 * themselves: permit all requests to them, and leave them out of CSRF protection.
 *
 * @since 0.1.0
 */
public final class TwilioRequest {

	private TwilioRequest() {
	}

	/**
	 * Return a matcher for the webhook of calls and their media streams. It matches
	 * nothing where they are not enabled.
	 * @return the matcher
	 */
	public static RequestMatcher toTwilio() {
		return PhoneRequestMatchers.of(TwilioProperties.class, TwilioPropertiesMapper::endpoints);
	}

}
