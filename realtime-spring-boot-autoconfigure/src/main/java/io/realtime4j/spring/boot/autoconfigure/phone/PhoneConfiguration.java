package io.realtime4j.spring.boot.autoconfigure.phone;

import java.time.Clock;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.mapping.LiveClients;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.PhoneLiveSessionCustomizer;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.phone.engine.CallSessions;
import io.realtime4j.spring.phone.engine.LiveCallSessions;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.engine.PhoneTraffic;
import io.realtime4j.spring.phone.engine.RealtimeCallSessions;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/**
 * Internal configuration of what the calls of all carriers share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneSessionProperties.class)
@Import({ PhoneRecordingConfiguration.class, PhoneTransferConfiguration.class, PhonePlacesConfiguration.class })
public class PhoneConfiguration {

	@Bean("realtime4jWebhookIds")
	@ConditionalOnMissingBean
	WebhookIds realtimePhoneUsedTickets() {
		return new InMemoryWebhookIds(Clock.systemUTC());
	}

	@Bean("realtime4jPhoneLinesFactory")
	PhoneLinesFactory realtimePhoneLinesFactory(ListableBeanFactory beanFactory, PhoneSessionProperties properties,
			RealtimeExecutors executors, ApplicationEventPublisher publisher, ObjectProvider<CallRecordings> recordings,
			ObjectProvider<PhoneTraffic> traffic, PhoneTransferPolicy transfers, CallPlaces places) {
		BridgeThreads threads = new BridgeThreads(executors.transport(),
				new ConcurrentTaskScheduler(executors.scheduler()));
		return new PhoneLinesFactory(
				new PhoneLines.Service(sessions(beanFactory, properties.getFamily()), publisher::publishEvent,
						recordings.getIfAvailable(), traffic.getIfAvailable(), transfers),
				new PhoneLines.Threads(threads, executors.listeners()), places);
	}

	private static CallSessions sessions(ListableBeanFactory beanFactory, SessionFamily family) {
		if (family == SessionFamily.LIVE) {
			return new LiveCallSessions(LiveClients.require(beanFactory, "realtime.phone.family=live"),
					beanFactory.getBeanProvider(PhoneLiveSessionCustomizer.class).orderedStream().toList());
		}
		return new RealtimeCallSessions(beanFactory.getBean(RealtimeClient.class),
				beanFactory.getBean(SessionSpec.class),
				beanFactory.getBeanProvider(PhoneSessionCustomizer.class).orderedStream().toList());
	}

}
