package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import io.realtime4j.simulator.time.Signal;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last events that a client sent, for tests to look at and to wait for.
 */
final class ReceivedEvents {

	private final int limit;

	private final Signal signal = new Signal();

	private final Deque<ObjectNode> events = new ArrayDeque<>();

	ReceivedEvents(int limit) {
		this.limit = limit;
	}

	void add(ObjectNode event) {
		if (this.limit == 0) {
			return;
		}
		synchronized (this.events) {
			if (this.events.size() == this.limit) {
				this.events.removeFirst();
			}
			this.events.addLast(event);
		}
		this.signal.changed();
	}

	List<ObjectNode> all() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

	ObjectNode await(Predicate<ObjectNode> predicate, Duration timeout) {
		return this.signal.await(() -> all().stream().filter(predicate).findFirst().orElse(null), timeout,
				() -> "No such event came, but only " + types());
	}

	private List<String> types() {
		return all().stream().map((event) -> Json.text(event, "type", "?")).toList();
	}

}
