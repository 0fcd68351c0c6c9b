package io.realtime4j.spring.boot.autoconfigure.security;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.web.servlet.ApplicationContextRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.WebApplicationContext;

/**
 * Internal matcher for endpoints whose paths are configured. It matches nothing where
 * they are not enabled.
 *
 * @param <P> the type of their properties
 */
public final class PropertiesRequestMatcher<P> extends ApplicationContextRequestMatcher<WebApplicationContext> {

	private final Class<P> type;

	private final Function<P, RequestMatcher> endpoints;

	private @Nullable RequestMatcher delegate;

	/**
	 * Create a matcher.
	 * @param type the type of the properties
	 * @param endpoints returns the matcher for the endpoints
	 */
	public PropertiesRequestMatcher(Class<P> type, Function<P, RequestMatcher> endpoints) {
		super(WebApplicationContext.class);
		this.type = type;
		this.endpoints = endpoints;
	}

	@Override
	protected void initialized(Supplier<WebApplicationContext> context) {
		P properties = context.get().getBeanProvider(this.type).getIfAvailable();
		this.delegate = (properties != null) ? this.endpoints.apply(properties) : null;
	}

	@Override
	protected boolean matches(HttpServletRequest request, Supplier<WebApplicationContext> context) {
		RequestMatcher current = this.delegate;
		return current != null && current.matches(request);
	}

}
