package io.realtime4j.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A port without a session, with a clock that a test moves.
 */
class StandalonePort implements SessionPort {

	final ManualScheduler scheduler = new ManualScheduler();

	final List<SessionEvent> told = new ArrayList<>();

	boolean suspended;

	private int eventIds;

	@Override
	public void sendPromised(OutboundFrame frame) {
		throw new UnsupportedOperationException();
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
