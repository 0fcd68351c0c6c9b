package io.realtime4j.live.model.response;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * Content that a function returned, such as images, kept as its JSON, as the Responses
 * API has it.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record ContentOutput(@JsonValue JsonNode json) implements ToolOutput {

}
