package io.realtime4j.live.model.response;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of a call are complete, {@code response.function_call_arguments.done}.
 *
 * @param itemId the id of the item, or {@code null} if not said
 * @param outputIndex the place of the item in the output of the response, or {@code null}
 * if not said
 * @param name the name of the function, or {@code null} if not said
 * @param arguments the arguments as JSON text
 * @param sequenceNumber the place of the event among those of the response, or
 * {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record NestedFunctionCallArgumentsDone(@Nullable String itemId, @Nullable Long outputIndex,
		@Nullable String name, String arguments, @Nullable Long sequenceNumber,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseStreamEvent {

	/**
	 * Create a new {@link NestedFunctionCallArgumentsDone} instance.
	 */
	public NestedFunctionCallArgumentsDone {
		Objects.requireNonNull(arguments, "'arguments' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "response.function_call_arguments.done";
	}

}
