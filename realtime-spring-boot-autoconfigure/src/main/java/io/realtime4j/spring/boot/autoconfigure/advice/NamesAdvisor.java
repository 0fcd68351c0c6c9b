package io.realtime4j.spring.boot.autoconfigure.advice;

import java.util.Set;

import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.provider.Provider;
import io.realtime4j.session.RealtimeEndpoint;
import io.realtime4j.session.SessionSpec;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Warns once, at the start, about names that are probably wrong.
 */
final class NamesAdvisor implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(NamesAdvisor.class);

	private final Environment environment;

	private final ObjectProvider<SessionSpec> spec;

	private final ObjectProvider<RealtimeEndpoint> endpoint;

	private final Set<String> pricedModels;

	NamesAdvisor(Environment environment, ObjectProvider<SessionSpec> spec, ObjectProvider<RealtimeEndpoint> endpoint,
			Set<String> pricedModels) {
		this.environment = environment;
		this.spec = spec;
		this.endpoint = endpoint;
		this.pricedModels = pricedModels;
	}

	@Override
	public void afterSingletonsInstantiated() {
		new PropertyNamesAdvice(KnownProperties.read(NamesAdvisor.class.getClassLoader()))
			.on(ConfigurationPropertySources.get(this.environment))
			.forEach(logger::warn);
		SessionSpec known = this.spec.getIfUnique();
		if (known != null && known.settings() instanceof RealtimeSessionSettings settings) {
			new SettingNamesAdvice(isOpenAi(this.endpoint.getIfUnique()), this.pricedModels).on(settings)
				.forEach(logger::warn);
		}
	}

	private static boolean isOpenAi(@Nullable RealtimeEndpoint endpoint) {
		return endpoint != null && endpoint.provider() == Provider.OPENAI;
	}

}
