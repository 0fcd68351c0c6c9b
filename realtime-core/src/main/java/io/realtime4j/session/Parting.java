package io.realtime4j.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a session that is open: what waits is sent, the protocol says
 * farewell, and the connection is closed when the server has answered. Not thread-safe:
 * the session calls it under its lock.
 */
final class Parting {

	private final SessionProtocol<?> protocol;

	private final Outbox outbox;

	private final ControlOutcome outcome;

	private final Duration patience;

	private final SessionTimer timer;

	private @Nullable Link<?> link;

	Parting(SessionEnvironment environment, SessionProtocol<?> protocol, Outbox outbox, ControlOutcome outcome) {
		this.protocol = protocol;
		this.outbox = outbox;
		this.outcome = outcome;
		// A server that does not answer shall still be left in an orderly way
		this.patience = environment.timeouts().close().dividedBy(2);
		this.timer = new SessionTimer(environment.scheduler());
	}

	void begin(Link<?> parted) {
		this.protocol.onClosing();
		this.outbox.whenEmpty(() -> {
			this.link = parted;
			proceed();
		});
	}

	boolean isUnderWay() {
		return this.link != null;
	}

	// Take note of an event of the server
	void proceed() {
		Link<?> current = this.link;
		if (current == null) {
			return;
		}
		String farewell = this.protocol.farewell();
		if (farewell != null) {
			this.timer.start(this.patience, () -> this.outcome.locked(() -> close(current)));
			this.outbox.putPromised(OutboundFrame.of(farewell));
		}
		if (this.protocol.isParted()) {
			close(current);
		}
	}

	private void close(Link<?> current) {
		this.timer.stop();
		current.close();
	}

	void stop() {
		this.timer.stop();
	}

}
