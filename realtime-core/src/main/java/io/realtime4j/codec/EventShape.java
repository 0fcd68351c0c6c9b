package io.realtime4j.codec;

import io.realtime4j.event.RealtimeMessage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Strategy for changing an event before it is written, for servers that expect members in
 * other places. It does not affect reading.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EventShape {

	/**
	 * Return whether events of this type are changed.
	 * @param message the event
	 * @return whether {@link #apply} is called
	 */
	default boolean concerns(RealtimeMessage message) {
		return true;
	}

	/**
	 * Change an event.
	 * @param message the event
	 * @param event the same event as GA writes it; changed in place
	 */
	void apply(RealtimeMessage message, ObjectNode event);

}
