package io.realtime4j.simulator.support;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that must hold of any stream of server events.
 */
interface StreamRule {

	/**
	 * Look at the next event of the stream.
	 * @param type its wire type in the GA dialect
	 * @param event the event
	 * @param complaints takes what is wrong with it
	 */
	void check(String type, ObjectNode event, Complaints complaints);

	/**
	 * Look back when the stream is over.
	 * @param complaints takes what is missing
	 */
	default void end(Complaints complaints) {
	}

}
