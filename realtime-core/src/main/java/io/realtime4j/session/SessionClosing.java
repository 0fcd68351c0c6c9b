package io.realtime4j.session;

/**
 * Event published when the application closes the session.
 *
 * @since 0.1.0
 */
public record SessionClosing() implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.closing";
	}

}
