package io.realtime4j.spring.boot.autoconfigure.webhook;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.web.servlet.ApplicationContextRequestMatcher;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;

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
		return new WebhookRequestMatcher();
	}

	private static final class WebhookRequestMatcher extends ApplicationContextRequestMatcher<WebApplicationContext> {

		private @Nullable RequestMatcher delegate;

		WebhookRequestMatcher() {
			super(WebApplicationContext.class);
		}

		@Override
		protected void initialized(Supplier<WebApplicationContext> context) {
			WebhookProperties properties = context.get().getBeanProvider(WebhookProperties.class).getIfAvailable();
			this.delegate = (properties != null) ? PathPatternRequestMatcher.withDefaults()
				.matcher(HttpMethod.POST, WebhookPropertiesMapper.path(properties)) : null;
		}

		@Override
		protected boolean matches(HttpServletRequest request, Supplier<WebApplicationContext> context) {
			RequestMatcher webhook = this.delegate;
			return webhook != null && webhook.matches(request);
		}

	}

}
