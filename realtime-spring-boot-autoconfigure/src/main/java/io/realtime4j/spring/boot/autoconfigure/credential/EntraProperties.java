package io.realtime4j.spring.boot.autoconfigure.credential;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for tokens of Microsoft Entra.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("realtime.entra")
public class EntraProperties {

	/**
	 * Whether connections and requests have a token of Microsoft Entra in place of a key.
	 * Requires com.azure:azure-identity.
	 */
	private boolean enabled;

	/**
	 * Scope of the tokens. Voice Live takes https://ai.azure.com/.default as well.
	 */
	private String scope = "https://cognitiveservices.azure.com/.default";

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public String getScope() {
		return this.scope;
	}

	public void setScope(String scope) {
		this.scope = scope;
	}

}
