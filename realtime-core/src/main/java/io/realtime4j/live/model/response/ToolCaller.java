package io.realtime4j.live.model.response;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The caller of a tool: the model itself, or a program that it wrote.
 *
 * @param type {@code direct} or {@code program}, or {@code null} if absent
 * @param callerId the id of the call of the program, or {@code null} if there is none
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record ToolCaller(@Nullable String type, @Nullable String callerId,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link ToolCaller} instance.
	 */
	public ToolCaller {
		extra = Copies.extra(extra);
	}

}
