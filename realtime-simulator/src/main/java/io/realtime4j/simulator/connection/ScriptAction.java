package io.realtime4j.simulator.connection;

import tools.jackson.databind.node.ObjectNode;

/**
 * Action of a script when an event passes.
 */
@FunctionalInterface
interface ScriptAction {

	/**
	 * Do it.
	 * @param connection the connection that the event passes
	 * @param event the event
	 * @return whether the event takes its way
	 */
	boolean perform(SimulatorConnection connection, ObjectNode event);

}
