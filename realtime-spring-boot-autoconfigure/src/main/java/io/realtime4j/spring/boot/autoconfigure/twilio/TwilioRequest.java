package io.realtime4j.spring.boot.autoconfigure.twilio;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.web.servlet.ApplicationContextRequestMatcher;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;

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
		return new TwilioRequestMatcher();
	}

	private static final class TwilioRequestMatcher extends ApplicationContextRequestMatcher<WebApplicationContext> {

		private @Nullable RequestMatcher delegate;

		TwilioRequestMatcher() {
			super(WebApplicationContext.class);
		}

		@Override
		protected void initialized(Supplier<WebApplicationContext> context) {
			TwilioProperties properties = context.get().getBeanProvider(TwilioProperties.class).getIfAvailable();
			PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
			this.delegate = (properties != null)
					? new OrRequestMatcher(paths.matcher(HttpMethod.POST, TwilioPropertiesMapper.voicePath(properties)),
							paths.matcher(HttpMethod.GET, TwilioPropertiesMapper.mediaPath(properties)))
					: null;
		}

		@Override
		protected boolean matches(HttpServletRequest request, Supplier<WebApplicationContext> context) {
			RequestMatcher twilio = this.delegate;
			return twilio != null && twilio.matches(request);
		}

	}

}
