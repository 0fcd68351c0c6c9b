package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.util.stream.Stream;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.operation.Drain;
import io.realtime4j.translation.session.TranslationClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the endpoint {@code realtime} of the
 * actuator.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnAvailableEndpoint(RealtimeSessionsEndpoint.class)
@EnableConfigurationProperties(RealtimeEndpointProperties.class)
public final class RealtimeEndpointAutoConfiguration {

	RealtimeEndpointAutoConfiguration() {
	}

	@Bean("realtime4jSessionsEndpoint")
	@ConditionalOnMissingBean
	RealtimeSessionsEndpoint realtimeSessionsEndpoint(ObjectProvider<RealtimeClient> clients,
			ObjectProvider<TranslationClient> translations, ObjectProvider<LiveClient> liveClients,
			ApplicationEventPublisher publisher, ObjectProvider<Drain> drain, RealtimeEndpointProperties properties) {
		PropertyChecks.notNegative(properties.getPatience(), "management.endpoint.realtime.patience");
		OpenSessions sessions = new OpenSessions(() -> Stream
			.of(clients.stream().flatMap((client) -> client.sessions().stream()),
					translations.stream().flatMap((client) -> client.sessions().stream()),
					liveClients.stream().flatMap((client) -> client.sessions().stream()))
			.flatMap((all) -> all));
		return new RealtimeSessionsEndpoint(sessions, publisher, drain.getIfAvailable(Drain::new),
				properties.getPatience());
	}

	@Bean("realtime4jSessionsEndpointWebExtension")
	@ConditionalOnBean(RealtimeSessionsEndpoint.class)
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	RealtimeSessionsEndpointWebExtension realtimeSessionsEndpointWebExtension(RealtimeSessionsEndpoint endpoint) {
		return new RealtimeSessionsEndpointWebExtension(endpoint);
	}

}
