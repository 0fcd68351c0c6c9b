package io.realtime4j.live.model.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link DecisionQuestion} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownDecisionQuestion(@JsonValue JsonNode json) implements DecisionQuestion {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

}
