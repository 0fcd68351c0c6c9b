package io.realtime4j.session;

/**
 * Event published when reading from the server is resumed: the listeners have caught up.
 *
 * @since 0.1.0
 */
public record SessionResumed() implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.resumed";
	}

}
