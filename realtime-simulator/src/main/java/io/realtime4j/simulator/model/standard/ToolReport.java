package io.realtime4j.simulator.model.standard;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in a sentence what tools found.
 */
final class ToolReport {

	private static final int MAX_LENGTH = 400;

	private ToolReport() {
	}

	/**
	 * Return the outputs that came after the last words of the user.
	 * @param turns the conversation
	 * @return the outputs, in order
	 */
	static List<String> latest(List<ModelTurn> turns) {
		List<String> outputs = new ArrayList<>();
		for (ModelTurn turn : turns) {
			switch (turn.role()) {
				case TOOL_OUTPUT -> outputs.add(turn.text());
				case USER, ASSISTANT -> outputs.clear();
				default -> {
					// calls and instructions come between outputs
				}
			}
		}
		return outputs;
	}

	/**
	 * Tell the outputs.
	 * @param outputs the outputs
	 * @return a sentence
	 */
	static String tell(List<String> outputs) {
		String told = String.join(" And: ", outputs.stream().map(ToolReport::words).toList());
		String cut = (told.length() > MAX_LENGTH) ? WellFormedText.cut(told, MAX_LENGTH) + "..." : told;
		return "Here is what I found: " + cut + ((cut.matches("(?s).*[.!?…]$")) ? "" : ".");
	}

	private static String words(String output) {
		ObjectNode object = Json.readObject(output);
		if (object == null) {
			return (output.isBlank()) ? "nothing at all" : output.strip();
		}
		List<String> facts = new ArrayList<>();
		object.forEachEntry((name, value) -> facts.add(name.replace('_', ' ') + " is " + plain(value)));
		return (facts.isEmpty()) ? "nothing at all" : String.join(", ", facts);
	}

	private static String plain(JsonNode value) {
		return (value.isContainer()) ? Json.write(value) : value.asString("nothing");
	}

}
