package io.realtime4j.simulator.session;

import tools.jackson.databind.node.ObjectNode;

/**
 * Obeys one type of client event.
 */
@FunctionalInterface
interface Command {

	/**
	 * Obey an event.
	 * @param event the event
	 * @throws io.realtime4j.simulator.wire.ProtocolException if it is refused
	 */
	void obey(ObjectNode event);

}
