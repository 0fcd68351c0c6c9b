package io.realtime4j.live.model.response;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of the arguments of a call, {@code response.function_call_arguments.delta}.
 *
 * @param itemId the id of the item, or {@code null} if not said
 * @param outputIndex the place of the item in the output of the response, or {@code null}
 * if not said
 * @param delta the piece, to be appended to those before as it is
 * @param sequenceNumber the place of the event among those of the response, or
 * {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record NestedFunctionCallArgumentsDelta(@Nullable String itemId, @Nullable Long outputIndex, String delta,
		@Nullable Long sequenceNumber,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseStreamEvent {

	/**
	 * Create a new {@link NestedFunctionCallArgumentsDelta} instance.
	 */
	public NestedFunctionCallArgumentsDelta {
		Objects.requireNonNull(delta, "'delta' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "response.function_call_arguments.delta";
	}

}
