package io.realtime4j.simulator.wire;

import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

/**
 * Internal factory for server events, which passes them to the connection.
 */
public final class EventSink {

	private static final int OBFUSCATED_LENGTH = 16;

	private final Ids ids;

	private final Consumer<ObjectNode> target;

	/**
	 * Create a new {@link EventSink} instance.
	 * @param ids makes the identifiers
	 * @param target takes the events
	 */
	public EventSink(Ids ids, Consumer<ObjectNode> target) {
		this.ids = ids;
		this.target = target;
	}

	/**
	 * Begin an event.
	 * @param type the wire type
	 * @return an event with its type and identifier
	 */
	public ObjectNode event(String type) {
		return Json.object().put("type", type).put("event_id", this.ids.next("event"));
	}

	/**
	 * Send an event.
	 * @param event the event to send
	 */
	public void send(ObjectNode event) {
		this.target.accept(event);
	}

	/**
	 * Send an event that carries a piece of text, padded as the service does.
	 * @param event the event to complete
	 * @param delta the piece of text
	 */
	public void sendDelta(ObjectNode event, String delta) {
		int padding = OBFUSCATED_LENGTH - delta.length() % OBFUSCATED_LENGTH;
		send(event.put("delta", delta).put("obfuscation", this.ids.letters(padding)));
	}

	/**
	 * Return what makes the identifiers.
	 * @return the identifiers
	 */
	public Ids ids() {
		return this.ids;
	}

}
