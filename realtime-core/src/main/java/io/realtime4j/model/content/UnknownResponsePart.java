package io.realtime4j.model.content;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link ResponsePart} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownResponsePart(@JsonValue JsonNode json) implements ResponsePart {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

}
