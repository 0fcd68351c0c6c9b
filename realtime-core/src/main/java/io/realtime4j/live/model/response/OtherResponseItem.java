package io.realtime4j.live.model.response;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * An item of any other kind, kept as its JSON, as the Responses API has it.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record OtherResponseItem(@JsonValue JsonNode json) implements ResponseItem {

}
