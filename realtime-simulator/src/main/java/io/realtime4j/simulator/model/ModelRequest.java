package io.realtime4j.simulator.model;

import java.util.List;

/**
 * Request for a reply of a model.
 *
 * @param instructions the instructions of the session or of the response
 * @param turns the conversation, oldest first
 * @param tools the tools that may be called
 * @param toolChoice whether and which of them is to be called
 */
public record ModelRequest(String instructions, List<ModelTurn> turns, List<ModelTool> tools,
		ModelToolChoice toolChoice) {

	/**
	 * Create a new {@link ModelRequest} instance.
	 */
	public ModelRequest {
		turns = List.copyOf(turns);
		tools = List.copyOf(tools);
	}

}
