package io.realtime4j.live.model.decision;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of a tool that takes text, {@code custom_tool_call}.
 *
 * @param id the id of the item, or {@code null} for the server to choose
 * @param callId the id of the call
 * @param name the name of the tool
 * @param namespace the namespace of the tool, or {@code null} if absent
 * @param input the text that the tool is given
 * @param status how far the item came, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record DecisionCustomToolCall(@Nullable String id, String callId, String name, @Nullable String namespace,
		String input, @Nullable ItemStatus status,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements DecisionItem {

	/**
	 * Create a new {@link DecisionCustomToolCall} instance.
	 */
	public DecisionCustomToolCall {
		Objects.requireNonNull(callId, "'callId' must not be null");
		Objects.requireNonNull(name, "'name' must not be null");
		Objects.requireNonNull(input, "'input' must not be null");
		extra = Copies.extra(extra);
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "custom_tool_call";
	}

}
