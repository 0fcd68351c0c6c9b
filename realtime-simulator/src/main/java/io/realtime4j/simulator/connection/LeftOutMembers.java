package io.realtime4j.simulator.connection;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members that are left out of all events. Their names may lead into objects, and into
 * each element of arrays, by dots.
 */
final class LeftOutMembers {

	static final LeftOutMembers NONE = new LeftOutMembers(List.of());

	private final List<String> paths;

	LeftOutMembers(List<String> paths) {
		this.paths = List.copyOf(paths);
	}

	/**
	 * Return what is left of an event.
	 * @param event the event, which stays as it is
	 * @return the event without the members
	 */
	ObjectNode without(ObjectNode event) {
		if (this.paths.isEmpty()) {
			return event;
		}
		ObjectNode rest = event.deepCopy();
		this.paths.forEach((path) -> remove(rest, path));
		return rest;
	}

	private static void remove(JsonNode node, String path) {
		int dot = path.indexOf('.');
		if (node instanceof ArrayNode elements) {
			elements.forEach((element) -> remove(element, path));
		}
		else if (node instanceof ObjectNode object && dot < 0) {
			object.remove(path);
		}
		else if (node instanceof ObjectNode object) {
			remove(object.path(path.substring(0, dot)), path.substring(dot + 1));
		}
	}

}
