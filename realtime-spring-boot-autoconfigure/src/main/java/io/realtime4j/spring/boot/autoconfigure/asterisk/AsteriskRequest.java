package io.realtime4j.spring.boot.autoconfigure.asterisk;

import io.realtime4j.spring.boot.autoconfigure.security.PropertiesRequestMatcher;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Factory of {@link RequestMatcher}s for the WebSockets of Asterisk. They verify tickets
 * and passwords themselves: permit all requests to them.
 *
 * @since 0.1.0
 */
public final class AsteriskRequest {

	private AsteriskRequest() {
	}

	/**
	 * Return a matcher for the WebSockets. It matches nothing where they are not enabled.
	 * @return the matcher
	 */
	public static RequestMatcher toAsterisk() {
		return new PropertiesRequestMatcher<>(AsteriskProperties.class, AsteriskRequest::matcher);
	}

	private static RequestMatcher matcher(AsteriskProperties properties) {
		RequestMatcher media = PathPatternRequestMatcher.withDefaults()
			.matcher(HttpMethod.GET, AsteriskPropertiesMapper.mediaPath(properties));
		return (request) -> properties.getWebsocket().isEnabled() && media.matches(request);
	}

}
