package io.realtime4j.session;

/**
 * Event published when the session starts to connect.
 *
 * @since 0.1.0
 */
public record SessionConnecting() implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.connecting";
	}

}
