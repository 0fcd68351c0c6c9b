package io.realtime4j.session.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.session.ManualScheduler;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionFixture;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.transport.ConnectionEnd;

/**
 * A port without a session, with a clock that a test moves.
 */
public class StandalonePort implements SessionPort {

	public final ManualScheduler scheduler = new ManualScheduler();

	public final List<SessionEvent> told = new ArrayList<>();

	public boolean suspended;

	private int eventIds;

	@Override
	public void sendPromised(OutboundFrame frame) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void leave(ConnectionEnd end) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean withdraw(String eventId) {
		return false;
	}

	@Override
	public void locked(Runnable action) {
		action.run();
	}

	@Override
	public void complete(Runnable completion) {
		completion.run();
	}

	@Override
	public String nextEventId() {
		return "event_" + this.eventIds++;
	}

	@Override
	public AnswerWait await(Duration timeout, Runnable action) {
		return new AnswerWait(this.scheduler, timeout, Runnable::run, () -> this.suspended, action);
	}

	@Override
	public SessionLimits limits() {
		return SessionLimits.defaults();
	}

	@Override
	public InstantSource clock() {
		return () -> Instant.EPOCH.plus(this.scheduler.elapsed());
	}

	@Override
	public SessionTimeouts timeouts() {
		return SessionFixture.TIMEOUTS;
	}

	@Override
	public void tell(SessionEvent event) {
		this.told.add(event);
	}

	@Override
	public Duration bufferedAudio() {
		return Duration.ZERO;
	}

}
