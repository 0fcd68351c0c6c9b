package io.realtime4j.sample.page;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the {@link Browsers} of the whole run to the tests that ask for them. They are
 * closed after the last test of all classes.
 */
final class SharedBrowsers implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browsers.class;
	}

	@Override
	public Browsers resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedBrowsers.class))
			.computeIfAbsent(Browsers.class, (type) -> new Browsers(), Browsers.class);
	}

}
