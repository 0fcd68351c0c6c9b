package io.realtime4j.spring.boot.autoconfigure.advice;

import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.RealtimeProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link AutoConfiguration Auto-configuration} for advice about names that neither the
 * protocol nor the configuration knows.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
public final class RealtimeAdviceAutoConfiguration {

	RealtimeAdviceAutoConfiguration() {
	}

	@Bean("realtime4jNamesAdvisor")
	NamesAdvisor realtimeNamesAdvisor(Environment environment, ObjectProvider<SessionSpec> spec,
			ObjectProvider<RealtimeEndpoint> endpoint, ObjectProvider<RealtimeProperties> properties) {
		RealtimeProperties known = properties.getIfUnique(RealtimeProperties::new);
		return new NamesAdvisor(environment, spec, endpoint, known.getPricing().getModels().keySet());
	}

}
