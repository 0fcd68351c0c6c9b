package io.realtime4j.live.model.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link DecisionItem} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownDecisionItem(@JsonValue JsonNode json) implements DecisionItem {

}
