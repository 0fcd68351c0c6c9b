package io.realtime4j.spring.boot.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.observation.DefaultHandshakeObservationConvention;
import io.realtime4j.spring.observation.DefaultResponseObservationConvention;
import io.realtime4j.spring.observation.DefaultToolCallObservationConvention;
import io.realtime4j.spring.observation.GenAiNames;
import io.realtime4j.spring.observation.HandshakeObservationConvention;
import io.realtime4j.spring.observation.ObservedTransport;
import io.realtime4j.spring.observation.ResponseObservationConvention;
import io.realtime4j.spring.observation.ResponseObservations;
import io.realtime4j.spring.observation.ToolCallObservationConvention;
import io.realtime4j.spring.observation.ToolObservations;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for observations of handshakes, of
 * responses, and of the calls of tools.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ ObservationRegistry.class, RealtimeEndpoint.class })
@EnableConfigurationProperties(ObservationsProperties.class)
public final class RealtimeObservationAutoConfiguration {

	private static final Log logger = LogFactory.getLog(RealtimeObservationAutoConfiguration.class);

	private final ObservationsProperties properties;

	RealtimeObservationAutoConfiguration(ObservationsProperties properties) {
		this.properties = properties;
		if (properties.isIncludeContent()) {
			logger.warn("Observations contain what is said in realtime sessions, and the arguments and results of"
					+ " tools: whoever sees traces can read it. Set 'realtime.observations.include-content' to false"
					+ " where that is not wanted");
		}
	}

	@Bean("realtime4jGenAiNames")
	@ConditionalOnMissingBean
	GenAiNames realtimeGenAiNames() {
		return (this.properties.getNames() == ObservationsProperties.Names.OPEN_TELEMETRY) ? GenAiNames.openTelemetry()
				: GenAiNames.springAi();
	}

	@Bean("realtime4jResponseObservations")
	@ConditionalOnMissingBean
	ResponseObservations realtimeResponseObservations(ObservationRegistry registry, RealtimeEndpoint endpoint,
			GenAiNames names, ObjectProvider<ResponseObservationConvention> convention) {
		return new ResponseObservations(registry, endpoint.provider(), convention
			.getIfAvailable(() -> new DefaultResponseObservationConvention(names, this.properties.isIncludeContent())));
	}

	@Bean("realtime4jToolObservations")
	@ConditionalOnMissingBean
	ToolObservations realtimeToolObservations(ObservationRegistry registry, GenAiNames names,
			ObjectProvider<ToolCallObservationConvention> convention) {
		boolean content = this.properties.isIncludeContent();
		return new ToolObservations(registry,
				convention.getIfAvailable(() -> new DefaultToolCallObservationConvention(names, content)), content);
	}

	@Bean("realtime4jObservationClientCustomizer")
	RealtimeClientBuilderCustomizer realtimeObservationClientCustomizer(ObservationRegistry registry,
			ResponseObservations responses, RealtimeEndpoint endpoint, GenAiNames names,
			ObjectProvider<HandshakeObservationConvention> convention) {
		HandshakeObservationConvention handshakes = convention
			.getIfAvailable(() -> new DefaultHandshakeObservationConvention(names));
		return (builder) -> builder.interceptor(responses)
			.decorateTransport(
					(transport) -> new ObservedTransport(transport, registry, endpoint.provider(), handshakes));
	}

}
