package io.realtime4j.live.model.response;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item of a response is complete, {@code response.output_item.done}.
 *
 * @param outputIndex the place of the item in the output of the response, or {@code null}
 * if not said
 * @param item the item
 * @param sequenceNumber the place of the event among those of the response, or
 * {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record NestedOutputItemDone(@Nullable Long outputIndex, ResponseItem item, @Nullable Long sequenceNumber,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseStreamEvent {

	/**
	 * Create a new {@link NestedOutputItemDone} instance.
	 */
	public NestedOutputItemDone {
		Objects.requireNonNull(item, "'item' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "response.output_item.done";
	}

}
