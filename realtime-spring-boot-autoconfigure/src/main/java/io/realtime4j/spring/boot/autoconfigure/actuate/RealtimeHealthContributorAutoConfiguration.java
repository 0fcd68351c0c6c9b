package io.realtime4j.spring.boot.autoconfigure.actuate;

import java.time.Clock;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.session.LiveListener;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.spring.boot.autoconfigure.RealtimeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.operation.ServiceTraffic;
import io.realtime4j.translation.event.TranslationServerEvent;
import io.realtime4j.translation.session.TranslationListener;
import io.realtime4j.translation.session.TranslationSession;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for the health of the service, as the
 * sessions of the application experience it.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = RealtimeAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnEnabledHealthIndicator("realtime")
@ConditionalOnMissingBean(name = { "realtimeHealthIndicator", "realtimeHealthContributor" })
@EnableConfigurationProperties(RealtimeHealthProperties.class)
public final class RealtimeHealthContributorAutoConfiguration {

	RealtimeHealthContributorAutoConfiguration() {
	}

	@Bean("realtime4jServiceTraffic")
	ServiceTraffic serviceTraffic() {
		return new ServiceTraffic(Clock.systemUTC());
	}

	@Bean("realtime4jTranslationTraffic")
	TranslationListener translationTraffic(ServiceTraffic traffic) {
		return new TranslationListener() {

			@Override
			public boolean wants(TranslationSession session, TranslationServerEvent event) {
				return false;
			}

			@Override
			public void onSessionEvent(TranslationSession session, SessionEvent event) {
				traffic.onSessionEvent(event);
			}

		};
	}

	@Bean("realtime4jLiveTraffic")
	LiveListener liveTraffic(ServiceTraffic traffic) {
		return new LiveListener() {

			@Override
			public boolean wants(LiveSession session, LiveServerEvent event) {
				return false;
			}

			@Override
			public void onSessionEvent(LiveSession session, SessionEvent event) {
				traffic.onSessionEvent(event);
			}

		};
	}

	// The actuator calls it by the name of the bean
	@Bean("realtimeHealthIndicator")
	HealthIndicator serviceHealth(ServiceTraffic traffic, RealtimeHealthProperties properties) {
		PropertyChecks.positive(properties.getFailureValidity(), "management.health.realtime.failure-validity");
		return new RealtimeHealthIndicator(traffic, properties.getFailureValidity(), Clock.systemUTC());
	}

}
