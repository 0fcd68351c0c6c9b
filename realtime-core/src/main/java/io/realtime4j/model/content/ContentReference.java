package io.realtime4j.model.content;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reference to an earlier item as part of a message, {@code item_reference}; beta only.
 *
 * @param id the id of the item, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ContentReference(@Nullable String id,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ContentPart {

	/**
	 * Create a new {@link ContentReference} instance.
	 */
	public ContentReference {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "item_reference";
	}

}
