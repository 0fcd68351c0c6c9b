package io.realtime4j.session;

/**
 * Event published when the session has ended. It is the last event of a session.
 *
 * @param cause why it ended
 * @since 0.1.0
 */
public record SessionClosed(CloseCause cause) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.closed";
	}

}
