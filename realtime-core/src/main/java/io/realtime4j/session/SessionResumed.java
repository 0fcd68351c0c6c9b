package io.realtime4j.session;

/**
 * Reading from the server goes on: the listeners have caught up.
 *
 * @since 0.1.0
 */
public record SessionResumed() implements SessionEvent {

	@Override
	public String type() {
		return "realtime4j.session.resumed";
	}

}
