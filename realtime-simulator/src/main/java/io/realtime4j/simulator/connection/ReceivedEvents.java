package io.realtime4j.simulator.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last events that a client sent, for tests to look at and to wait for.
 */
final class ReceivedEvents {

	private final int limit;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Deque<ObjectNode> events = new ArrayDeque<>();

	ReceivedEvents(int limit) {
		this.limit = limit;
	}

	void add(ObjectNode event) {
		if (this.limit == 0) {
			return;
		}
		this.lock.lock();
		try {
			if (this.events.size() == this.limit) {
				this.events.removeFirst();
			}
			this.events.addLast(event);
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<ObjectNode> all() {
		this.lock.lock();
		try {
			return List.copyOf(this.events);
		}
		finally {
			this.lock.unlock();
		}
	}

	ObjectNode await(Predicate<ObjectNode> predicate, Duration timeout) {
		long left = timeout.toNanos();
		this.lock.lock();
		try {
			ObjectNode found = find(predicate);
			while (found == null && left > 0) {
				left = this.changed.awaitNanos(left);
				found = find(predicate);
			}
			if (found == null) {
				throw new IllegalStateException(
						"No such event within " + TimeUnit.NANOSECONDS.toMillis(timeout.toNanos()) + " ms, but "
								+ this.events.stream().map((event) -> Json.text(event, "type", "?")).toList());
			}
			return found;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for an event", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable ObjectNode find(Predicate<ObjectNode> predicate) {
		return this.events.stream().filter(predicate).findFirst().orElse(null);
	}

}
