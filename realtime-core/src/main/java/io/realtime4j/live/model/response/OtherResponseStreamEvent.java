package io.realtime4j.live.model.response;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * An event of any other type, kept as its JSON, as the Responses API has it.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record OtherResponseStreamEvent(@JsonValue JsonNode json) implements ResponseStreamEvent {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

}
