package io.realtime4j.spring.boot.autoconfigure.sip;

import java.util.function.Function;
import java.util.function.Predicate;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.spring.boot.autoconfigure.mapping.LiveClients;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.boot.autoconfigure.phone.PhonePlacesConfiguration;
import io.realtime4j.spring.boot.autoconfigure.phone.PhoneTransferConfiguration;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.store.StoreProperties;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.phone.engine.CallPlaces;
import io.realtime4j.spring.rest.RealtimeRestClient;
import io.realtime4j.spring.sip.IncomingCall;
import io.realtime4j.spring.sip.IncomingCallHandler;
import io.realtime4j.spring.sip.LiveSipSessions;
import io.realtime4j.spring.sip.LiveSipTakeOverCustomizer;
import io.realtime4j.spring.sip.RealtimeSipSessions;
import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.spring.sip.SipCalls;
import io.realtime4j.spring.sip.SipSessions;
import io.realtime4j.spring.sip.SipSettings;
import io.realtime4j.spring.sip.SipSurvival;
import io.realtime4j.spring.sip.SipTakeOverCustomizer;
import io.realtime4j.spring.webhook.WebhookReceiver;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.tool.ToolRunner;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link AutoConfiguration Auto-configuration} for calls that come in by SIP, which
 * webhooks report.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { RealtimeWebhookAutoConfiguration.class, RealtimeRestAutoConfiguration.class,
		RealtimeStoreAutoConfiguration.class })
@ConditionalOnBean({ WebhookReceiver.class, RealtimeRestClient.class })
@ConditionalOnBooleanProperty(name = "realtime.sip.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SipProperties.class)
@Import({ PhoneTransferConfiguration.class, PhonePlacesConfiguration.class })
public final class RealtimeSipAutoConfiguration {

	private static final String PREFIX = "realtime.sip.";

	/**
	 * One may look for calls while others are written.
	 */
	private static final int CALL_THREADS = 2;

	RealtimeSipAutoConfiguration() {
	}

	@Bean("realtime4jSipCalls")
	@ConditionalOnMissingBean
	SipCalls realtimeSipCalls(ListableBeanFactory beanFactory, SipProperties properties, RealtimeExecutors executors,
			ApplicationEventPublisher publisher, PhoneTransferPolicy transfers, CallPlaces places,
			ObjectProvider<SipSurvival> survival) {
		PropertyChecks.positive(properties.getAnswerTimeout(), PREFIX + "answer-timeout");
		PropertyChecks.positive(properties.getMaxCalls(), PREFIX + "max-calls");
		PropertyChecks.positive(properties.getMaxCallsPerCaller(), PREFIX + "max-calls-per-caller");
		PropertyChecks.notNegative(properties.getDrainTimeout(), PREFIX + "drain-timeout");
		SipSettings settings = new SipSettings(properties.getAnswerTimeout(), properties.getMaxCalls(),
				properties.getMaxCallsPerCaller(), properties.getDrainTimeout());
		return new SipCalls(sessions(beanFactory, properties.getFamily()), settings,
				new SipCalls.Threads(executors.listeners(), executors.transport(), executors.scheduler()),
				new SipCalls.Application(publisher::publishEvent, transfers, places), survival.getIfAvailable());
	}

	private static SipSessions sessions(ListableBeanFactory beanFactory, SessionFamily family) {
		RealtimeRestClient rest = beanFactory.getBean(RealtimeRestClient.class);
		if (family == SessionFamily.LIVE) {
			return new LiveSipSessions(LiveClients.require(beanFactory, PREFIX + "family=live"), rest);
		}
		return new RealtimeSipSessions(beanFactory.getBean(RealtimeClient.class), rest,
				beanFactory.getBean(SessionSpec.class));
	}

	@Bean("realtime4jSipSurvival")
	@ConditionalOnMissingBean
	@ConditionalOnBean({ SipCallStore.class, StoredConversations.class })
	SipSurvival realtimeSipSurvival(SipCallStore calls, StoredConversations conversations, SipProperties sip,
			ObjectProvider<StoreProperties> store, ObjectProvider<SipTakeOverCustomizer> customizers,
			ObjectProvider<LiveSipTakeOverCustomizer> liveCustomizers, ObjectProvider<ToolRunner> runner,
			RealtimeExecutors executors) {
		StoreProperties properties = store.getIfAvailable(StoreProperties::new);
		return new SipSurvival(calls, conversations, properties.getHeartbeat(), sip.isHandOverOnStop(),
				customizers.orderedStream().toList(), liveCustomizers.orderedStream().toList(),
				idempotent(runner.getIfUnique()), executors.bounded("realtime-call-", CALL_THREADS));
	}

	private static Function<SessionTraits, Predicate<String>> idempotent(@Nullable ToolRunner runner) {
		return (runner != null) ? runner::idempotent : (session) -> (name) -> false;
	}

	@Bean("realtime4jIncomingCallHandler")
	@ConditionalOnMissingBean
	IncomingCallHandler realtimeIncomingCallHandler(SipProperties properties, ApplicationEventPublisher publisher) {
		return (properties.getAnswer() == SipProperties.Answer.AUTO) ? IncomingCall::accept : publisher::publishEvent;
	}

	@Bean("realtime4jIncomingCallListener")
	IncomingCallListener realtimeIncomingCallListener(ObjectProvider<SipCalls> calls,
			ObjectProvider<IncomingCallHandler> handler) {
		return new IncomingCallListener(calls, handler);
	}

	@Bean("realtime4jSipCallsLifecycle")
	SipCallsLifecycle realtimeSipCallsLifecycle(SipCalls calls, SipProperties properties) {
		return new SipCallsLifecycle(calls, properties.getDrainTimeout());
	}

}
