package io.realtime4j.simulator.settings;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal reader of the tools that a client declares.
 */
public final class DeclaredTools {

	private DeclaredTools() {
	}

	/**
	 * Read tools.
	 * @param declared the tools as the client declares them
	 * @return the tools as a model sees them
	 */
	public static List<ModelTool> of(Iterable<? extends JsonNode> declared) {
		List<ModelTool> tools = new ArrayList<>();
		declared.forEach((tool) -> {
			ObjectNode parameters = Json.member(tool, "parameters");
			tools.add(new ModelTool(Json.text(tool, "name", ""), Json.text(tool, "description", ""),
					(parameters != null) ? parameters : Json.object()));
		});
		return tools;
	}

}
