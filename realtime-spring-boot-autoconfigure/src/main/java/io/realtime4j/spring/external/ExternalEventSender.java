package io.realtime4j.spring.external;

/**
 * Internal port to the listeners of the application.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ExternalEventSender {

	/**
	 * Publish an event. May block, and may throw what a listener throws.
	 * @param event the event: an {@link ExternalEvent} or {@link ExternalEventsDropped}
	 */
	void send(Object event);

}
