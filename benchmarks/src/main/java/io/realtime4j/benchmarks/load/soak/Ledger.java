package io.realtime4j.benchmarks.load.soak;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.response.ResponseStatus;
import io.realtime4j.spring.event.RealtimeEvent;

import org.springframework.context.event.EventListener;

/**
 * Ledger of the events that the client was told, heard as an application hears them and
 * counted on its own.
 */
final class Ledger {

	private final Set<Turn> asked = ConcurrentHashMap.newKeySet();

	private final Map<Turn, AtomicLong> answered = new ConcurrentHashMap<>();

	private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

	void asked(Turn turn) {
		this.asked.add(turn);
	}

	void count(String name) {
		this.counts.computeIfAbsent(name, (key) -> new AtomicLong()).incrementAndGet();
	}

	@EventListener
	void on(RealtimeEvent<?> event) {
		RealtimeMessage payload = event.getPayload();
		if (payload instanceof ResponseDone done) {
			if (ResponseStatus.COMPLETED.equals(done.response().status()) && done.response().output() != null) {
				done.response().output().forEach(this::onOutput);
			}
		}
		else if (payload.type().startsWith("realtime4j.")) {
			count(payload.getClass().getSimpleName());
		}
	}

	private void onOutput(Item item) {
		if (item instanceof AssistantMessage message && message.content() != null) {
			message.content().forEach((part) -> {
				if (part instanceof OutputText text && text.text() != null) {
					Turn.of(text.text()).ifPresent(this::answered);
				}
			});
		}
	}

	private void answered(Turn turn) {
		this.answered.computeIfAbsent(turn, (key) -> new AtomicLong()).incrementAndGet();
	}

	Figures figures() {
		long doubled = this.answered.values().stream().mapToLong((count) -> count.get() - 1).sum();
		long lost = this.asked.stream().filter((turn) -> !this.answered.containsKey(turn)).count();
		Figures figures = Figures.none()
			.with("asked", this.asked.size())
			.with("answered", this.answered.size())
			.with("answersLost", lost)
			.with("answersDoubled", doubled);
		for (Map.Entry<String, AtomicLong> entry : new TreeMap<>(this.counts).entrySet()) {
			figures = figures.with("count" + entry.getKey(), entry.getValue().get());
		}
		return figures;
	}

}
