package io.realtime4j.spring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.realtime4j.codec.Dialect;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.provider.Provider;
import io.realtime4j.provider.UnsupportedSetting;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider of the service, and names at start what of the properties it cannot
 * take.
 */
final class ProviderSupport {

	private static final Log logger = LogFactory.getLog(ProviderSupport.class);

	private static final String SESSION = "realtime.session.";

	private ProviderSupport() {
	}

	static Provider provider(RealtimeConnectionDetails details, RealtimeProperties properties) {
		return (properties.getProvider() != null) ? properties.getProvider() : Provider.of(details.getBaseUrl());
	}

	static Dialect dialect(Provider provider, RealtimeConnectionDetails details, RealtimeProperties properties) {
		Dialect dialect = properties.getDialect();
		if (dialect == null) {
			return provider.dialect(details.getBaseUrl());
		}
		PropertyChecks.check(provider.speaks(dialect), "realtime.dialect", "must not be '"
				+ dialect.name().toLowerCase(Locale.ROOT) + "': " + provider.displayName() + " does not speak it");
		return dialect;
	}

	/**
	 * Name what cannot be taken: what would be lost in the log, what cannot work as the
	 * reason not to start.
	 * @param settings the settings of the session
	 * @param endpoint the server
	 * @param properties the properties
	 */
	static void check(SessionSettings settings, RealtimeEndpoint endpoint, RealtimeProperties properties) {
		Provider provider = endpoint.provider();
		for (UnsupportedSetting setting : provider.unsupported(settings, endpoint.dialect())) {
			String property = SESSION + setting.path().replace('_', '-');
			PropertyChecks.check(!setting.refused(), property, setting.reason());
			logger.warn("'" + property + "' " + setting.reason() + ". It is not sent");
		}
		if (!provider.hasOrganizations()) {
			Map<String, @Nullable String> accounts = new LinkedHashMap<>();
			accounts.put("realtime.organization", properties.getOrganization());
			accounts.put("realtime.project", properties.getProject());
			accounts.forEach((property, value) -> {
				if (value != null && !value.isBlank()) {
					logger
						.warn("'" + property + "' is not supported by " + provider.displayName() + ". It is not sent");
				}
			});
		}
	}

}
