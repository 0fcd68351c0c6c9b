package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.SessionSettings;
import io.realtime4j.model.session.TranscriptionSessionSettings;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.mapping.HistoryPropertiesMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertiesSessionSettingsMapper;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import io.realtime4j.spring.dispatch.RealtimeExecutors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The session of the application.
 */
@Configuration(proxyBeanMethods = false)
class RealtimeSessionConfiguration {

	@Bean("realtime4jSessionSpec")
	@ConditionalOnMissingBean
	SessionSpec realtimeSessionSpec(RealtimeProperties properties, ObjectProvider<RealtimeEndpoint> endpoint,
			ObjectProvider<RealtimeSessionCustomizer> settingsCustomizers,
			ObjectProvider<RealtimeSessionSpecCustomizer> specCustomizers) {
		SessionSpec.Builder spec = SessionSpec.builder(settings(properties.getSession(), settingsCustomizers))
			.greeting(new PropertiesSessionSettingsMapper(properties.getSession()).greeting())
			.history(HistoryPropertiesMapper.limits("realtime.session.history.", properties.getSession().getHistory()))
			.failFast(properties.getSession().isFailFast());
		specCustomizers.orderedStream().forEach((customizer) -> customizer.customize(spec));
		SessionSpec built = spec.build();
		SessionSettings settings = built.settings();
		if (settings != null) {
			endpoint.ifAvailable((server) -> ProviderSupport.check(settings, server, properties));
		}
		return built;
	}

	private static SessionSettings settings(SessionProperties properties,
			ObjectProvider<RealtimeSessionCustomizer> customizers) {
		PropertiesSessionSettingsMapper mapper = new PropertiesSessionSettingsMapper(properties);
		if (properties.getType() == SessionProperties.Type.TRANSCRIPTION) {
			TranscriptionSessionSettings.Builder settings = mapper.transcription();
			customizers.orderedStream().forEach((customizer) -> customizer.customize(settings));
			return settings.build();
		}
		RealtimeSessionSettings.Builder settings = mapper.realtime();
		customizers.orderedStream().forEach((customizer) -> customizer.customize(settings));
		return settings.build();
	}

	/**
	 * The session that is opened when the application starts.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(RealtimeSession.class)
	static class DefaultSessionConfiguration {

		@Bean("realtime4jSession")
		RealtimeSession realtimeSession(RealtimeClient client, SessionSpec spec) {
			return client.create(spec);
		}

		@Bean("realtime4jSessionOpener")
		RealtimeSessionOpener realtimeSessionOpener(ObjectProvider<RealtimeSession> session,
				RealtimeProperties properties, RealtimeExecutors executors, Environment environment) {
			return new RealtimeSessionOpener(session.getIfAvailable(), properties, executors, environment);
		}

	}

}
