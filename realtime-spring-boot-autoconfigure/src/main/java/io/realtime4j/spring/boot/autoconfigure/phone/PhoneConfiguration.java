package io.realtime4j.spring.boot.autoconfigure.phone;

import java.time.Clock;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import io.realtime4j.spring.phone.engine.PhoneLines;
import io.realtime4j.spring.phone.engine.PhoneTraffic;
import io.realtime4j.spring.phone.recording.CallRecordings;
import io.realtime4j.spring.webhook.InMemoryWebhookIds;
import io.realtime4j.spring.webhook.WebhookIds;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/**
 * Internal configuration of what the calls of all carriers share.
 */
@Configuration(proxyBeanMethods = false)
@Import(PhoneRecordingConfiguration.class)
public class PhoneConfiguration {

	@Bean("realtime4jWebhookIds")
	@ConditionalOnMissingBean
	WebhookIds realtimePhoneUsedTickets() {
		return new InMemoryWebhookIds(Clock.systemUTC());
	}

	@Bean("realtime4jPhoneLinesFactory")
	PhoneLinesFactory realtimePhoneLinesFactory(RealtimeClient client, SessionSpec spec,
			ObjectProvider<PhoneSessionCustomizer> customizers, RealtimeExecutors executors,
			ApplicationEventPublisher publisher, ObjectProvider<CallRecordings> recordings,
			ObjectProvider<PhoneTraffic> traffic) {
		BridgeThreads threads = new BridgeThreads(executors.transport(),
				new ConcurrentTaskScheduler(executors.scheduler()));
		return new PhoneLinesFactory(
				new PhoneLines.Service(client, spec, customizers.orderedStream().toList(), publisher::publishEvent,
						recordings.getIfAvailable(), traffic.getIfAvailable()),
				new PhoneLines.Threads(threads, executors.listeners()));
	}

}
