package io.realtime4j.model.item;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@link Item} of a kind that this library does not know, kept as its JSON.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownItem(@JsonValue JsonNode json) implements Item {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

	@Override
	public @Nullable String id() {
		return this.json.path("id").asString(null);
	}

}
