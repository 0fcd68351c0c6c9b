package io.realtime4j.simulator.model;

import tools.jackson.databind.node.ObjectNode;

/**
 * Tool that a model may call.
 *
 * @param name the name of the tool
 * @param description what it does, empty if it is not said
 * @param parameters the JSON schema of its arguments
 */
public record ModelTool(String name, String description, ObjectNode parameters) {
}
