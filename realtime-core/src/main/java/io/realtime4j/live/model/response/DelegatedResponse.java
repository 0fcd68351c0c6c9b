package io.realtime4j.live.model.response;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response of the Responses API.
 *
 * @param id the id of the response, or {@code null} if not said
 * @param status how far it came, such as {@code completed} or {@code failed}, or
 * {@code null} if not said
 * @param error the reason of a failure, as the Responses API has it, or {@code null} if
 * there was none; to be treated as immutable
 * @param output the items of the response, or {@code null} if absent; empty in a response
 * that is complete
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DelegatedResponse(@Nullable String id, @Nullable String status, @Nullable JsonNode error,
		@Nullable List<ResponseItem> output, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link DelegatedResponse} instance.
	 */
	public DelegatedResponse {
		output = Copies.nullableList(output);
		extra = Copies.extra(extra);
	}

}
