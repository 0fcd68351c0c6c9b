package io.realtime4j.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of day as a {@link ManualScheduler} has it.
 */
class ManualClock extends Clock {

	static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

	private final ManualScheduler scheduler;

	ManualClock(ManualScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public Instant instant() {
		return START.plus(this.scheduler.elapsed());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
