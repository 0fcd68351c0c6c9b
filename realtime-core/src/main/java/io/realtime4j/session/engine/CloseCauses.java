package io.realtime4j.session.engine;

import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.CloseCause;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionEnd;
import org.jspecify.annotations.Nullable;

/**
 * Causes for which a session may end: the one that was decided on, the one for which the
 * connection was given up, and what the server said last.
 */
final class CloseCauses {

	private static final int FIRST_SERVICE_CODE = 3000;

	private @Nullable CloseCause decided;

	private @Nullable CloseCause givenUp;

	private @Nullable RealtimeError lastError;

	/**
	 * Forget what belongs to the connection before.
	 */
	void renew() {
		this.givenUp = null;
		this.lastError = null;
	}

	void decide(CloseCause cause) {
		this.decided = cause;
	}

	/**
	 * Note why this side gives the connection up.
	 * @param cause the cause
	 */
	void giveUp(CloseCause cause) {
		this.givenUp = cause;
	}

	/**
	 * Note the error that the newest event told, if any: one right before the end is part
	 * of the cause.
	 * @param error the error, or {@code null}
	 */
	void onEvent(@Nullable RealtimeError error) {
		this.lastError = error;
	}

	CloseCause decided() {
		return (this.decided != null) ? this.decided : new ClosedByApplication();
	}

	/**
	 * Return why a connection ended.
	 * @param end how it ended
	 * @return the cause
	 */
	CloseCause of(ConnectionEnd end) {
		CloseCause own = (this.decided != null) ? this.decided : this.givenUp;
		if (own instanceof SettingsRefused refused && end instanceof Closed closed
				&& closed.code() >= FIRST_SERVICE_CODE) {
			// The server closed by itself: it refuses more than the settings
			return new ConnectionEnded(end, refused.error());
		}
		return (own != null) ? own : new ConnectionEnded(end, this.lastError);
	}

}
