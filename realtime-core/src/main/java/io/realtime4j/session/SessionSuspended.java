package io.realtime4j.session;

/**
 * Event published when reading from the server is suspended: the listeners are slow and
 * the inbox is full. No event is lost; the server has to wait.
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
