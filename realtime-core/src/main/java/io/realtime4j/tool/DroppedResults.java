package io.realtime4j.tool;

import java.util.concurrent.atomic.AtomicLong;

import io.realtime4j.session.engine.EventLane;

/**
 * Results that came too late.
 */
final class DroppedResults {

	private final AtomicLong count = new AtomicLong();

	private final EventLane events;

	DroppedResults(EventLane events) {
		this.events = events;
	}

	void add(ToolCall call) {
		this.count.incrementAndGet();
		this.events.publish(new ToolResultDropped(call));
	}

	long count() {
		return this.count.get();
	}

}
