package io.realtime4j.simulator.model;

/**
 * Strategy for the replies of the simulator. Implementations are called on a thread of
 * the simulator, possibly for several sessions at once.
 */
@FunctionalInterface
public interface SimulatorModel {

	/**
	 * Reply to a conversation.
	 * @param request the conversation, the instructions and the tools
	 * @return what to say and which tools to call
	 */
	ModelReply reply(ModelRequest request);

}
