package io.realtime4j.session;

import java.time.Duration;

/**
 * Event published when the connection was lost, or could not be opened, for a temporary
 * reason. Another one is opened after a delay. Commands are queued meanwhile, and input
 * audio within its limit. Responses that had begun have ended: their futures fail with
 * {@link ConnectionLostException}.
 *
 * @param attempt the number of the attempt that follows, from 1
 * @param cause what became of the connection, or of the attempt before
 * @param delay how long it takes until the attempt
 * @since 0.1.0
 */
public record SessionReconnecting(int attempt, CloseCause cause, Duration delay) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.reconnecting";
	}

}
