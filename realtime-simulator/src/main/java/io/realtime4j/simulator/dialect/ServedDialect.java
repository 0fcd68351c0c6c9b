package io.realtime4j.simulator.dialect;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * Internal translation between the dialect of a connection and GA, which sessions use. A
 * session itself speaks GA.
 */
public interface ServedDialect {

	/**
	 * Translate an event of the client.
	 * @param event the event as it arrived
	 * @return the event in GA
	 */
	ObjectNode toGa(ObjectNode event);

	/**
	 * Translate an event of the server.
	 * @param event the event in GA
	 * @return the events to send, possibly none
	 */
	List<ObjectNode> fromGa(ObjectNode event);

	/**
	 * Return the dialect that needs no translation.
	 * @return the GA dialect
	 */
	static ServedDialect ga() {
		return new ServedDialect() {

			@Override
			public ObjectNode toGa(ObjectNode event) {
				return event;
			}

			@Override
			public List<ObjectNode> fromGa(ObjectNode event) {
				return List.of(event);
			}

		};
	}

}
