package io.realtime4j.spring.observation;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.session.VoiceSession.Queue;
import io.realtime4j.session.VoiceSession.Statistics;

/**
 * Internal meters of what waits in all sessions of this node.
 * <ul>
 * <li>{@code realtime.queue.events}: events that wait, by {@code queue} ({@code inbox}
 * for listeners, {@code outbox} to be sent)</li>
 * <li>{@code realtime.queue.size}: how long they are together, in characters, by
 * {@code queue}</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class QueueMetrics {

	private final Supplier<? extends Stream<? extends VoiceSession>> sessions;

	/**
	 * Create metrics.
	 * @param registry holds the meters
	 * @param sessions gives the sessions that have not ended
	 */
	public QueueMetrics(MeterRegistry registry, Supplier<? extends Stream<? extends VoiceSession>> sessions) {
		this.sessions = sessions;
		register(registry, "inbox", Statistics::inbox);
		register(registry, "outbox", Statistics::outbox);
	}

	private void register(MeterRegistry registry, String name, Function<Statistics, Queue> queue) {
		Gauge.builder("realtime.queue.events", this, (own) -> own.queues(queue).stream().mapToLong(Queue::count).sum())
			.description("Events that wait in all sessions")
			.tag("queue", name)
			.register(registry);
		Gauge.builder("realtime.queue.size", this, (own) -> own.queues(queue).stream().mapToLong(Queue::size).sum())
			.description("Length of the events that wait in all sessions")
			.baseUnit("characters")
			.tag("queue", name)
			.register(registry);
	}

	private List<Queue> queues(Function<Statistics, Queue> queue) {
		return this.sessions.get().map((session) -> queue.apply(session.statistics())).toList();
	}

}
