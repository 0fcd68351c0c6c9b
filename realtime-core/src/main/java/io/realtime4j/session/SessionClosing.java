package io.realtime4j.session;

/**
 * The session is being closed by the application.
 *
 * @since 0.1.0
 */
public record SessionClosing() implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.closing";
	}

}
