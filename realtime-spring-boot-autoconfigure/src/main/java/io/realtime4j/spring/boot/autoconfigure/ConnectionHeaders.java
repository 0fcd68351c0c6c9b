package io.realtime4j.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionHeaders;
import io.realtime4j.spring.credential.Credential;
import io.realtime4j.spring.credential.CredentialProvider;
import io.realtime4j.spring.credential.CredentialRequest;
import io.realtime4j.translation.session.TranslationSpec;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * The headers of connections, made anew for each of them.
 */
final class ConnectionHeaders implements SessionHeaders {

	private static final Log logger = LogFactory.getLog(ConnectionHeaders.class);

	private final RealtimeConnectionDetails details;

	private final String keyHeader;

	private final List<CredentialProvider> providers;

	private final List<RealtimeHeadersCustomizer> customizers;

	private final @Nullable Executor executor;

	/**
	 * Create headers.
	 * @param details what all connections have in common
	 * @param keyHeader the header of a key that is no bearer token
	 * @param providers give credentials in place of those of the details
	 * @param customizers change the headers
	 * @param executor asks the providers, or {@code null} if there are none
	 */
	ConnectionHeaders(RealtimeConnectionDetails details, String keyHeader, List<CredentialProvider> providers,
			List<RealtimeHeadersCustomizer> customizers, @Nullable Executor executor) {
		this.details = details;
		this.keyHeader = keyHeader;
		this.providers = List.copyOf(providers);
		this.customizers = List.copyOf(customizers);
		this.executor = executor;
	}

	@Override
	public @Nullable Executor executor() {
		return this.executor;
	}

	@Override
	public Map<String, String> get(@Nullable Object spec) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(this.details.getHeaders());
		CredentialRequest request = new CredentialRequest(spec, attributes(spec));
		for (CredentialProvider provider : this.providers) {
			Credential credential = credential(provider, request);
			if (credential != null) {
				put(credential, headers);
				break;
			}
		}
		this.customizers.forEach((customizer) -> customize(customizer, headers));
		return headers;
	}

	private static Map<String, Object> attributes(@Nullable Object spec) {
		if (spec instanceof SessionSpec realtime) {
			return realtime.attributes();
		}
		if (spec instanceof LiveSpec live) {
			return live.attributes();
		}
		return (spec instanceof TranslationSpec translation) ? translation.attributes() : Map.of();
	}

	private void put(Credential credential, Map<String, String> headers) {
		headers.remove(this.keyHeader);
		headers.remove(HttpHeaders.AUTHORIZATION);
		boolean bearer = credential.bearer() || HttpHeaders.AUTHORIZATION.equalsIgnoreCase(this.keyHeader);
		headers.put(bearer ? HttpHeaders.AUTHORIZATION : this.keyHeader,
				bearer ? "Bearer " + credential.value() : credential.value());
	}

	private static @Nullable Credential credential(CredentialProvider provider, CredentialRequest request) {
		try {
			return provider.credential(request);
		}
		catch (RuntimeException ex) {
			warn(provider, ex);
			throw ex;
		}
	}

	private static void customize(RealtimeHeadersCustomizer customizer, Map<String, String> headers) {
		try {
			customizer.customize(headers);
		}
		catch (RuntimeException ex) {
			warn(customizer, ex);
			throw ex;
		}
	}

	// Not the message, which may hold credentials
	private static void warn(Object origin, RuntimeException ex) {
		logger.warn("The headers of a realtime connection could not be created: " + origin.getClass().getName()
				+ " threw " + ex.getClass().getName() + " at "
				+ Arrays.stream(ex.getStackTrace()).findFirst().orElse(null));
	}

}
