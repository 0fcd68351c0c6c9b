package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.realtime4j.codec.Dialect;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.credential.CredentialProvider;
import io.realtime4j.transport.EndpointUris;
import io.realtime4j.transport.ServerAddress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes the endpoint of connection details.
 */
final class RealtimeEndpointFactory {

	private static final Log logger = LogFactory.getLog(RealtimeEndpointFactory.class);

	private RealtimeEndpointFactory() {
	}

	static RealtimeEndpoint of(RealtimeConnectionDetails details, RealtimeProperties properties,
			List<CredentialProvider> credentials, List<RealtimeHeadersCustomizer> customizers,
			Supplier<Executor> executor) {
		if (details instanceof PropertiesRealtimeConnectionDetails own && !own.hasApiKey() && credentials.isEmpty()
				&& customizers.isEmpty()) {
			throw new MissingApiKeyException(own.unresolvedApiKey());
		}
		Provider provider = ProviderSupport.provider(details, properties);
		Dialect dialect = ProviderSupport.dialect(provider, details, properties);
		try {
			RealtimeEndpoint endpoint = new RealtimeEndpoint(details.getBaseUrl(), provider, dialect,
					headers(details, keyHeader(provider, properties), credentials, customizers, executor),
					details.isUnencryptedAllowed());
			if (details instanceof PropertiesRealtimeConnectionDetails) {
				tell(endpoint);
			}
			return endpoint;
		}
		catch (IllegalArgumentException ex) {
			throw (details instanceof PropertiesRealtimeConnectionDetails) ? new InvalidRealtimePropertyException(
					PropertiesRealtimeConnectionDetails.BASE_URL, "cannot be used: " + ex.getMessage()) : ex;
		}
	}

	// The query and the user of an address may be secrets
	private static void tell(RealtimeEndpoint endpoint) {
		URI address = EndpointUris.uri(endpoint.root(), "", Map.of());
		logger.info("Sessions connect to " + address.getScheme() + "://" + ServerAddress.of(address) + address.getPath()
				+ " (" + endpoint.provider().displayName() + ", dialect " + endpoint.dialect() + ")");
	}

	// What may take long is asked for on another thread
	private static Supplier<Map<String, String>> headers(RealtimeConnectionDetails details, String keyHeader,
			List<CredentialProvider> credentials, List<RealtimeHeadersCustomizer> customizers,
			Supplier<Executor> executor) {
		return credentials.isEmpty() ? new ConnectionHeaders(details, keyHeader, credentials, customizers, null)::get
				: new ConnectionHeaders(details, keyHeader, credentials, customizers, executor.get());
	}

	private static String keyHeader(Provider provider, RealtimeProperties properties) {
		String own = properties.getAuthentication().getHeader();
		return (own != null) ? own : provider.keyHeader();
	}

}
