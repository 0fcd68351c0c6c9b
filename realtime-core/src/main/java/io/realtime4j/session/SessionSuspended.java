package io.realtime4j.session;

/**
 * Reading from the server is suspended: the listeners are behind and the inbox is full.
 * Nothing is lost; the server is slowed down.
 *
 * @param events the events that wait
 * @param bytes their size in bytes
 * @since 0.1.0
 */
public record SessionSuspended(int events, long bytes) implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.suspended";
	}

}
