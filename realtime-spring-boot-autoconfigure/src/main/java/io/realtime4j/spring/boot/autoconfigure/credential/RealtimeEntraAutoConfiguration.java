package io.realtime4j.spring.boot.autoconfigure.credential;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.DefaultAzureCredentialBuilder;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;
import io.realtime4j.spring.credential.EntraCredentials;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for tokens of Microsoft Entra, by the
 * {@link TokenCredential} of the application, or else by that which Azure finds.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = RealtimeAutoConfiguration.class)
@ConditionalOnClass({ TokenCredential.class, DefaultAzureCredentialBuilder.class })
@ConditionalOnBooleanProperty("realtime.entra.enabled")
@EnableConfigurationProperties({ EntraProperties.class, RealtimeProperties.class })
public final class RealtimeEntraAutoConfiguration {

	RealtimeEntraAutoConfiguration() {
	}

	@Bean("realtime4jEntraCredentials")
	@ConditionalOnMissingBean
	EntraCredentials realtimeEntraCredentials(ObjectProvider<TokenCredential> credential, EntraProperties properties,
			RealtimeProperties realtime) {
		return new EntraCredentials(credential.getIfUnique(() -> new DefaultAzureCredentialBuilder().build()),
				properties.getScope(), realtime.getOpenTimeout());
	}

}
