package io.realtime4j.session.engine;

import java.time.Duration;

import io.realtime4j.transport.ConnectionLost;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a session that is open: a response that runs may finish, what waits
 * is sent, the protocol takes its leave, and the connection is closed when the server has
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

	private @Nullable SessionConnection<?> leaving;

	OrderlyClose(SessionEnvironment environment, SessionProtocol<?> protocol, Outbox outbox,
			SessionExecution execution) {
		this.protocol = protocol;
		this.outbox = outbox;
		this.execution = execution;
		this.timeout = environment.timeouts().close();
		this.timer = new SessionTimer(environment.scheduler());
		this.deadline = new SessionTimer(environment.scheduler());
	}

	void begin(SessionConnection<?> target, Duration patience) {
		this.execution.assertHeld();
		this.protocol.onClosing();
		this.awaited = target;
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
		SessionConnection<?> target = this.awaited;
		if (target == null) {
			return;
		}
		this.awaited = null;
		this.timer.stop();
		this.deadline.start(this.timeout, () -> this.execution
			.run(() -> target.abort(new ConnectionLost("the server did not close it in time"))));
		this.outbox.whenEmpty(() -> {
			this.leaving = target;
			if (!this.protocol.isReadyToClose()) {
				// A server that does not answer shall still be left in an orderly way
				this.timer.start(this.timeout.dividedBy(2), () -> this.execution.run(() -> close(target)));
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
		SessionConnection<?> current = this.leaving;
		if (current == null) {
			return;
		}
		String text = this.protocol.closingText();
		if (text != null) {
			this.outbox.putPromised(OutboundFrame.of(text));
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
