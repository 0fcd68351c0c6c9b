package io.realtime4j.session.engine;

import java.time.Duration;

import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.KeepAlive;

/**
 * Watches whether a connection is alive. Being asked to read no further, it cannot be
 * heard and is not watched. Not thread-safe: the session calls it under its lock.
 */
final class KeepAliveWatch {

	private final KeepAlive settings;

	private final SessionTimer timer;

	private final SessionExecution execution;

	private Duration silence = Duration.ZERO;

	KeepAliveWatch(SessionEnvironment environment, SessionExecution execution) {
		this.settings = environment.keepAlive();
		this.timer = new SessionTimer(environment.scheduler());
		this.execution = execution;
	}

	void start(SessionConnection<?> connection) {
		stop();
		if (this.settings.isEnabled()) {
			connection.takeHeard();
			schedule(connection);
		}
	}

	void stop() {
		this.timer.stop();
		this.silence = Duration.ZERO;
	}

	private void schedule(SessionConnection<?> connection) {
		this.timer.start(this.settings.interval(), () -> this.execution.run(() -> check(connection)));
	}

	private void check(SessionConnection<?> connection) {
		if (!connection.isOpen()) {
			return;
		}
		if (connection.takeHeard() || connection.isSuspended()) {
			this.silence = Duration.ZERO;
		}
		else {
			this.silence = this.silence.plus(this.settings.interval());
			// Nothing may have come for up to one interval more
			if (this.silence.plus(this.settings.interval()).compareTo(this.settings.timeout()) >= 0) {
				connection.cut(new ConnectionLost("no data was received from the server for "
						+ this.settings.timeout().toMillis() + " ms, not even a pong"));
				return;
			}
			connection.ping();
		}
		schedule(connection);
	}

}
