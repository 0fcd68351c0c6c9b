package io.realtime4j.spring.boot.autoconfigure.bridge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.spring.boot.autoconfigure.mapping.LiveClients;
import io.realtime4j.spring.boot.autoconfigure.session.SessionFamily;
import io.realtime4j.spring.boot.autoconfigure.store.StoreProperties;
import io.realtime4j.spring.bridge.BridgeLiveSessionCustomizer;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.spring.bridge.BridgeSettings;
import io.realtime4j.spring.bridge.BridgeThreads;
import io.realtime4j.spring.bridge.SessionCountStore;
import io.realtime4j.spring.bridge.access.SharedSessionCounts;
import io.realtime4j.spring.bridge.page.StoredPages;
import io.realtime4j.spring.bridge.server.BridgeNodes;
import io.realtime4j.spring.bridge.server.RealtimeBridge;
import io.realtime4j.spring.dispatch.RealtimeExecutors;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.tool.ToolRunner;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Makes the bridge, to sessions of the family that the properties name.
 */
public final class BridgeMaker {

	private final ListableBeanFactory beanFactory;

	/**
	 * Create a maker.
	 * @param beanFactory has the clients, the specifications and the customizers
	 */
	public BridgeMaker(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Make the bridge.
	 * @param properties what it does
	 * @param threads what it runs on
	 * @return the bridge
	 */
	public RealtimeBridge make(BridgeProperties properties, BridgeThreads threads) {
		BridgeSettings settings = BridgePropertiesMapper.settings(properties);
		return (properties.getFamily() == SessionFamily.LIVE) ? live(settings, threads) : realtime(settings, threads);
	}

	private RealtimeBridge realtime(BridgeSettings settings, BridgeThreads threads) {
		return new RealtimeBridge(this.beanFactory.getBean(RealtimeClient.class),
				this.beanFactory.getBean(SessionSpec.class), customizers(BridgeSessionCustomizer.class), settings,
				threads, new BridgeNodes(stored(settings.sessions().resumeGrace(), threads), counts(threads)));
	}

	private @Nullable SharedSessionCounts counts(BridgeThreads threads) {
		SessionCountStore store = this.beanFactory.getBeanProvider(SessionCountStore.class).getIfAvailable();
		if (store == null) {
			return null;
		}
		return new SharedSessionCounts(store, store().getHeartbeat().dividedBy(2),
				this.beanFactory.getBean(RealtimeExecutors.class).bounded("realtime-counts-", 1), threads.scheduler());
	}

	private StoreProperties store() {
		return this.beanFactory.getBeanProvider(StoreProperties.class).getIfAvailable(StoreProperties::new);
	}

	// A node that dies has said within a heartbeat that it was there
	private @Nullable StoredPages stored(Duration grace, BridgeThreads threads) {
		StoredConversations known = this.beanFactory.getBeanProvider(StoredConversations.class).getIfAvailable();
		StoreProperties store = store();
		if (known == null) {
			return null;
		}
		// Apart from those that write, which pages must not keep waiting, nor be kept by
		Executor waiting = this.beanFactory.getBean(RealtimeExecutors.class)
			.bounded("realtime-take-over-", store.getMaxWrites());
		return new StoredPages(known, grace.plus(store.getHeartbeat()), waiting, threads.scheduler(), idempotent());
	}

	private Function<SessionTraits, Predicate<String>> idempotent() {
		ToolRunner runner = this.beanFactory.getBeanProvider(ToolRunner.class).getIfUnique();
		return (runner != null) ? runner::idempotent : (spec) -> (name) -> false;
	}

	private RealtimeBridge live(BridgeSettings settings, BridgeThreads threads) {
		LiveClient client = LiveClients.require(this.beanFactory, BridgePropertiesMapper.LIVE);
		return new RealtimeBridge(client, customizers(BridgeLiveSessionCustomizer.class), settings, threads,
				new BridgeNodes(stored(settings.sessions().resumeGrace(), threads), counts(threads)));
	}

	private <C> List<C> customizers(Class<C> type) {
		return this.beanFactory.getBeanProvider(type).orderedStream().toList();
	}

}
