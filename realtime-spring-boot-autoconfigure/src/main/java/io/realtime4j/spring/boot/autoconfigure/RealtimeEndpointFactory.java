package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;

/**
 * Makes the endpoint of connection details.
 */
final class RealtimeEndpointFactory {

	private RealtimeEndpointFactory() {
	}

	static RealtimeEndpoint of(RealtimeConnectionDetails details, RealtimeProperties properties,
			List<RealtimeHeadersCustomizer> customizers) {
		if (details instanceof PropertiesRealtimeConnectionDetails own && !own.hasApiKey() && customizers.isEmpty()) {
			throw new MissingApiKeyException(own.unresolvedApiKey());
		}
		Provider provider = ProviderSupport.provider(details, properties);
		Dialect dialect = ProviderSupport.dialect(provider, details, properties);
		try {
			return new RealtimeEndpoint(details.getBaseUrl(), provider, dialect,
					new ConnectionHeaders(details, customizers), details.isUnencryptedAllowed());
		}
		catch (IllegalArgumentException ex) {
			throw (details instanceof PropertiesRealtimeConnectionDetails) ? new InvalidRealtimePropertyException(
					PropertiesRealtimeConnectionDetails.BASE_URL, "cannot be used: " + ex.getMessage()) : ex;
		}
	}

}
