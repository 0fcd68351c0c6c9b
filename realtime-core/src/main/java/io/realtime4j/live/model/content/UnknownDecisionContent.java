package io.realtime4j.live.model.content;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link DecisionContent} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownDecisionContent(@JsonValue JsonNode json) implements DecisionContent {

}
