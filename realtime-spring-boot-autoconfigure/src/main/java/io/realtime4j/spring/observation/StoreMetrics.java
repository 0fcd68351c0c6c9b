package io.realtime4j.spring.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.store.ConversationNotStored;
import io.realtime4j.store.ItemNotStored;
import io.realtime4j.store.StoreEvent;
import io.realtime4j.store.StoreFailing;
import io.realtime4j.store.StoreListener;
import io.realtime4j.store.WorkNotStored;

/**
 * Internal meter binder for the store of conversations:
 * <ul>
 * <li>{@code realtime.store.waiting}: conversations that the store does not take at the
 * moment, and that are kept in memory</li>
 * <li>{@code realtime.store.failures}: how often a conversation began to wait</li>
 * <li>{@code realtime.store.lost}: conversations whose last part was given up, and items
 * that were too large</li>
 * <li>{@code realtime.store.late}: tools and delegated work that began before the store
 * knew of them</li>
 * </ul>
 * No tag holds an id.
 *
 * @since 0.1.0
 */
public class StoreMetrics implements StoreListener {

	private final Set<String> waiting = ConcurrentHashMap.newKeySet();

	private final Counter failures;

	private final Counter lost;

	private final Counter late;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 */
	public StoreMetrics(MeterRegistry registry) {
		Gauge.builder("realtime.store.waiting", this.waiting, Set::size)
			.description("Conversations that the store does not take at the moment")
			.register(registry);
		this.failures = Counter.builder("realtime.store.failures")
			.description("How often a conversation began to wait for the store")
			.register(registry);
		this.lost = Counter.builder("realtime.store.lost")
			.description("Conversations whose last part was given up, and items that were too large")
			.register(registry);
		this.late = Counter.builder("realtime.store.late")
			.description("Tools and delegated work that began before the store knew of them")
			.register(registry);
	}

	@Override
	public void onStoreEvent(VoiceSession session, StoreEvent event) {
		if (event instanceof StoreFailing) {
			this.waiting.add(event.conversationId());
			this.failures.increment();
		}
		else if (event instanceof ItemNotStored) {
			this.lost.increment();
		}
		else if (event instanceof WorkNotStored) {
			this.late.increment();
		}
		else {
			this.waiting.remove(event.conversationId());
		}
		if (event instanceof ConversationNotStored) {
			this.lost.increment();
		}
	}

}
