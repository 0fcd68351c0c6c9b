package io.realtime4j.tool;

import io.realtime4j.model.item.Item;
import org.jspecify.annotations.Nullable;

/**
 * Internal port to a session, for the outputs of tools.
 *
 * @since 0.1.0
 */
public interface ToolOutputPort {

	/**
	 * Send an item that answers a call.
	 * @param item the item
	 * @param eventId the id of the event that carries it, or {@code null} for the session
	 * to choose
	 */
	void send(Item item, @Nullable String eventId);

	/**
	 * Have the model go on: all calls of a response are answered.
	 */
	void followUp();

}
