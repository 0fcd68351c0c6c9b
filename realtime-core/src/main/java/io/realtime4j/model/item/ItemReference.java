package io.realtime4j.model.item;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reference to an item of the conversation as input of a response,
 * {@code item_reference}.
 *
 * @param id the id of the item, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ItemReference(@Nullable String id,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link ItemReference} instance.
	 */
	public ItemReference {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "item_reference";
	}

}
