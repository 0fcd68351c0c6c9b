package io.realtime4j.live.model.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link DecisionAnswer} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownDecisionAnswer(@JsonValue JsonNode json) implements DecisionAnswer {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

}
