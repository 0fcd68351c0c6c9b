package io.realtime4j.spring.boot.autoconfigure.store;

import java.time.Clock;

import io.realtime4j.live.store.LiveConversationRecorder;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.spring.boot.autoconfigure.RealtimeClientBuilderCustomizer;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.spring.logging.StoreLogger;
import io.realtime4j.spring.store.ConversationCleaner;
import io.realtime4j.spring.store.RecorderLifecycle;
import io.realtime4j.spring.store.SpendingExchange;
import io.realtime4j.store.ConversationRecorder;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.StoreListener;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.usage.TenantAccounts;
import io.realtime4j.usage.TenantSpendingStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Everything that uses a store.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(ConversationStore.class)
class StoreConfiguration {

	/**
	 * The clients, and with them their sessions, stop in the phase before.
	 */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3073;

	@Bean("realtime4jStoredConversations")
	@ConditionalOnMissingBean
	StoredConversations storedConversations(ConversationStore store) {
		return new StoredConversations(store);
	}

	@Bean("realtime4jStoreThreads")
	StoreThreads storeThreads(RealtimeExecutors executors, StoreProperties properties) {
		PropertyChecks.positive(properties.getMaxWrites(), "realtime.store.max-writes");
		return new StoreThreads(executors.bounded("realtime-store-", properties.getMaxWrites()));
	}

	@Bean("realtime4jConversationRecorder")
	@ConditionalOnMissingBean
	ConversationRecorder conversationRecorder(ConversationStore store, StoreProperties properties, StoreThreads threads,
			RealtimeExecutors executors, ObjectProvider<StoreListener> listeners, ListenerErrorHandler errorHandler) {
		PropertyChecks.positive(properties.getHeartbeat(), "realtime.store.heartbeat");
		PropertyChecks.positive(properties.getMaxWait(), "realtime.store.max-wait");
		ConversationRecorder.Builder recorder = ConversationRecorder
			.builder(store, threads.executor(), executors.scheduler())
			.heartbeat(properties.getHeartbeat())
			.maxWait(properties.getMaxWait())
			.errorHandler(errorHandler)
			.listener(new StoreLogger());
		listeners.orderedStream().forEach(recorder::listener);
		return recorder.build();
	}

	// Behind what measures usage, which is stored too
	@Bean("realtime4jStoreClientCustomizer")
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	RealtimeClientBuilderCustomizer storeClientCustomizer(ConversationRecorder recorder) {
		return (builder) -> builder.interceptor(recorder);
	}

	@Bean("realtime4jLiveConversationRecorder")
	@ConditionalOnMissingBean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	LiveConversationRecorder liveConversationRecorder(ConversationRecorder recorder) {
		return new LiveConversationRecorder(recorder);
	}

	@Bean("realtime4jRecorderLifecycle")
	RecorderLifecycle recorderLifecycle(ConversationRecorder recorder) {
		return new RecorderLifecycle(recorder, PHASE);
	}

	@Bean("realtime4jConversationCleaner")
	@ConditionalOnMissingBean
	ConversationCleaner conversationCleaner(StoredConversations conversations, StoreProperties properties,
			StoreThreads threads, RealtimeExecutors executors) {
		PropertyChecks.positive(properties.getRetention(), "realtime.store.retention");
		return new ConversationCleaner(conversations, properties.getRetention(), Clock.systemUTC(), threads.executor(),
				executors.scheduler());
	}

	/**
	 * The exchange of what tenants spend, where they have budgets.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean({ TenantAccounts.class, TenantSpendingStore.class })
	static class Spending {

		@Bean("realtime4jSpendingExchange")
		@ConditionalOnMissingBean
		SpendingExchange spendingExchange(TenantAccounts accounts, TenantSpendingStore store,
				StoreProperties properties, StoreThreads threads, RealtimeExecutors executors) {
			PropertyChecks.positive(properties.getHeartbeat(), "realtime.store.heartbeat");
			PropertyChecks.positive(properties.getRetention(), "realtime.store.retention");
			SpendingExchange.Settings settings = new SpendingExchange.Settings(properties.getHeartbeat().dividedBy(2),
					Math.max(1, properties.getRetention().toDays()), PHASE);
			return new SpendingExchange(accounts, store, settings, threads.executor(), executors.scheduler());
		}

	}

}
