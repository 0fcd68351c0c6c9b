package io.realtime4j.live.model.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link DecisionResult} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownDecisionResult(@JsonValue JsonNode json) implements DecisionResult {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

}
