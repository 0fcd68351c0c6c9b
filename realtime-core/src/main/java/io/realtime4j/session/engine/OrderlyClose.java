package io.realtime4j.session.engine;

import java.time.Duration;

import io.realtime4j.transport.ConnectionLost;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a session that is open: a response that runs may finish, what waits
 * is sent, the protocol says farewell, and the connection is closed when the server has
 * answered. Not thread-safe: the session calls it under its lock.
 */
final class OrderlyClose {

	private final SessionProtocol<?> protocol;

	private final Outbox outbox;

	private final SessionExecution execution;

	private final Duration timeout;

	private final SessionTimer timer;

	private final SessionTimer deadline;

	// The connection that is left as soon as the server has said what it says
	private @Nullable SessionConnection<?> awaited;

	private @Nullable SessionConnection<?> link;

	OrderlyClose(SessionEnvironment environment, SessionProtocol<?> protocol, Outbox outbox,
			SessionExecution execution) {
		this.protocol = protocol;
		this.outbox = outbox;
		this.execution = execution;
		this.timeout = environment.timeouts().close();
		this.timer = new SessionTimer(environment.scheduler());
		this.deadline = new SessionTimer(environment.scheduler());
	}

	void begin(SessionConnection<?> parted, Duration patience) {
		this.execution.assertHeld();
		this.protocol.onClosing();
		this.awaited = parted;
		if (patience.isZero() || this.protocol.isReadyToClose()) {
			hurry();
		}
		else {
			this.timer.start(patience, () -> this.execution.run(this::hurry));
		}
	}

	/**
	 * Stop waiting for events of the server.
	 */
	void hurry() {
		SessionConnection<?> parted = this.awaited;
		if (parted == null) {
			return;
		}
		this.awaited = null;
		this.timer.stop();
		this.deadline.start(this.timeout, () -> this.execution
			.run(() -> parted.abort(new ConnectionLost("the server did not close it in time"))));
		this.outbox.whenEmpty(() -> {
			this.link = parted;
			if (!this.protocol.isReadyToClose()) {
				// A server that does not answer shall still be left in an orderly way
				this.timer.start(this.timeout.dividedBy(2), () -> this.execution.run(() -> close(parted)));
			}
			proceed();
		});
	}

	/**
	 * Continue after an event of the server.
	 */
	void proceed() {
		this.execution.assertHeld();
		if (this.awaited != null && this.protocol.isReadyToClose()) {
			hurry();
		}
		SessionConnection<?> current = this.link;
		if (current == null) {
			return;
		}
		String farewell = this.protocol.closingText();
		if (farewell != null) {
			this.outbox.putPromised(OutboundFrame.of(farewell));
		}
		if (this.protocol.isReadyToClose()) {
			close(current);
		}
	}

	private void close(SessionConnection<?> current) {
		this.timer.stop();
		current.close();
	}

	void stop() {
		this.timer.stop();
		this.deadline.stop();
	}

}
