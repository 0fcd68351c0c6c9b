package io.realtime4j.spring.boot.autoconfigure.webhook;

import io.realtime4j.spring.boot.autoconfigure.security.PropertiesRequestMatcher;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Factory of {@link RequestMatcher}s for the endpoint that takes webhooks. The endpoint
 * verifies signatures itself: permit all requests to it, and leave it out of CSRF
 * protection.
 *
 * @since 0.1.0
 */
public final class WebhookRequest {

	private WebhookRequest() {
	}

	/**
	 * Return a matcher for the webhooks of the service. It matches nothing where they are
	 * not enabled.
	 * @return the matcher
	 */
	public static RequestMatcher toWebhook() {
		return new PropertiesRequestMatcher<>(WebhookProperties.class,
				(properties) -> PathPatternRequestMatcher.withDefaults()
					.matcher(HttpMethod.POST, WebhookPropertiesMapper.path(properties)));
	}

}
