package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.live.model.content.DecisionContent;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The output of a tool that takes text, {@code custom_tool_call_output}.
 *
 * @param id the id of the item, or {@code null} for the server to choose
 * @param callId the id of the call
 * @param output the output
 * @param status how far the item came, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record DecisionCustomToolCallOutput(@Nullable String id, String callId, DecisionContent output,
		@Nullable ItemStatus status,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionItem {

	/**
	 * Create a new {@link DecisionCustomToolCallOutput} instance.
	 */
	public DecisionCustomToolCallOutput {
		Objects.requireNonNull(callId, "'callId' must not be null");
		Objects.requireNonNull(output, "'output' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "custom_tool_call_output";
	}

}
