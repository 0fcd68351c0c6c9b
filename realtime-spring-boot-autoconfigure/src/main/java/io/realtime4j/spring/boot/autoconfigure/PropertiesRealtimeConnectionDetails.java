package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.provider.Provider;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.mapping.Placeholders;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Adapts {@link RealtimeProperties} to {@link RealtimeConnectionDetails}.
 */
class PropertiesRealtimeConnectionDetails implements RealtimeConnectionDetails {

	static final String BASE_URL = "realtime.base-url";

	private static final String API_KEY = "realtime.api-key";

	private static final String ORGANIZATION = "realtime.organization";

	private static final String PROJECT = "realtime.project";

	private static final String HEADER = "realtime.authentication.header";

	private final RealtimeProperties properties;

	private final @Nullable SslBundles sslBundles;

	PropertiesRealtimeConnectionDetails(RealtimeProperties properties, @Nullable SslBundles sslBundles) {
		this.properties = properties;
		this.sslBundles = sslBundles;
		// Secrets that are read from files often end with a line break; others are
		// mistakes
		PropertyChecks.check(apiKey().chars().allMatch((character) -> character > ' ' && character < 0x7f), API_KEY,
				"holds characters that no header can carry");
		String header = this.properties.getAuthentication().getHeader();
		PropertyChecks.check(header == null || header.matches("[\\w!#$%&'*+.^`|~-]+"), HEADER,
				"is not the name of a header");
		PropertyChecks.resolved(this.properties.getOrganization(), ORGANIZATION);
		PropertyChecks.resolved(this.properties.getProject(), PROJECT);
	}

	boolean hasApiKey() {
		return !apiKey().isEmpty() && unresolvedApiKey() == null;
	}

	@Nullable String unresolvedApiKey() {
		return Placeholders.unresolved(apiKey());
	}

	private String apiKey() {
		String key = this.properties.getApiKey();
		return (key != null) ? key.strip() : "";
	}

	@Override
	public URI getBaseUrl() {
		PropertyChecks.resolved(this.properties.getBaseUrl(), BASE_URL);
		try {
			return new URI(this.properties.getBaseUrl().strip());
		}
		catch (URISyntaxException ex) {
			// The message of the exception holds the whole text, and that may hold a key
			throw new InvalidRealtimePropertyException(BASE_URL, "is not a URL: " + ex.getReason());
		}
	}

	@Override
	public Map<String, String> getHeaders() {
		Map<String, String> headers = new LinkedHashMap<>();
		Provider provider = ProviderSupport.provider(this, this.properties);
		if (hasApiKey()) {
			String own = this.properties.getAuthentication().getHeader();
			String header = (own != null) ? own : provider.keyHeader();
			headers.put(header, header.equalsIgnoreCase("Authorization") ? "Bearer " + apiKey() : apiKey());
		}
		if (provider.hasOrganizations()) {
			putIfText(headers, "OpenAI-Organization", this.properties.getOrganization());
			putIfText(headers, "OpenAI-Project", this.properties.getProject());
		}
		return headers;
	}

	private static void putIfText(Map<String, String> headers, String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			headers.put(name, value.strip());
		}
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String bundle = this.properties.getSsl().getBundle();
		if (!StringUtils.hasLength(bundle)) {
			return null;
		}
		Assert.state(this.sslBundles != null, "SSL bundle name has been set but no SSL bundles found in context");
		return this.sslBundles.getBundle(bundle);
	}

	@Override
	public boolean isUnencryptedAllowed() {
		return this.properties.isAllowUnencrypted();
	}

}
