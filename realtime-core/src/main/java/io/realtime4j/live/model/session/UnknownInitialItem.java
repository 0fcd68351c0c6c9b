package io.realtime4j.live.model.session;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.JsonNode;

/**
 * A {@link InitialItem} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownInitialItem(@JsonValue JsonNode json) implements InitialItem {

}
