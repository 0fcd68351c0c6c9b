package io.realtime4j.simulator.support;

import java.util.HashSet;
import java.util.Set;

import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event has an identifier of its own.
 */
final class EventIds implements StreamRule {

	private final Set<String> seen = new HashSet<>();

	@Override
	public void check(String type, ObjectNode event, Complaints complaints) {
		String id = Json.text(event, "event_id");
		complaints.require(id != null, "has no event_id");
		complaints.require(id == null || this.seen.add(id), "event_id is not unique");
	}

}
