package io.realtime4j.spring.boot.autoconfigure.phone;

import java.util.function.Function;

import io.realtime4j.spring.boot.autoconfigure.security.PropertiesRequestMatcher;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Internal matchers for the endpoints of carriers.
 */
public final class PhoneRequestMatchers {

	private PhoneRequestMatchers() {
	}

	/**
	 * Return a matcher for the webhook of a carrier and its media streams.
	 * @param type the type of its properties
	 * @param endpoints returns the endpoints
	 * @param <P> the type of its properties
	 * @return the matcher, which matches nothing where they are not enabled
	 */
	public static <P extends PhoneProperties> RequestMatcher of(Class<P> type, Function<P, PhoneEndpoints> endpoints) {
		return new PropertiesRequestMatcher<>(type, (properties) -> of(endpoints.apply(properties)));
	}

	/**
	 * Return a matcher for the webhooks of a carrier, of which one is for events, and its
	 * media streams.
	 * @param type the type of its properties
	 * @param endpoints returns the endpoints
	 * @param <P> the type of its properties
	 * @return the matcher, which matches nothing where they are not enabled
	 */
	public static <P extends PhoneProperties> RequestMatcher withEvents(Class<P> type,
			Function<P, PhoneEndpoints> endpoints) {
		return new PropertiesRequestMatcher<>(type, (properties) -> {
			PhoneEndpoints own = endpoints.apply(properties);
			return new OrRequestMatcher(of(own), paths().matcher(HttpMethod.POST, own.eventsPath()));
		});
	}

	private static RequestMatcher of(PhoneEndpoints endpoints) {
		return new OrRequestMatcher(paths().matcher(HttpMethod.POST, endpoints.voicePath()),
				paths().matcher(HttpMethod.GET, endpoints.mediaPath()));
	}

	private static PathPatternRequestMatcher.Builder paths() {
		return PathPatternRequestMatcher.withDefaults();
	}

}
