package io.realtime4j.live.model.response;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The output of a function of the application, {@code function_call_output}.
 *
 * @param id the id of the item, or {@code null} if not said
 * @param callId the id of the call, or {@code null} if not said
 * @param name the name of the function, or {@code null} if absent
 * @param namespace the namespace of the tool, or {@code null} if absent
 * @param output the output, or {@code null} if absent
 * @param status how far the item came, or {@code null} if absent
 * @param caller who called, or {@code null} if not said
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record FunctionCallOutput(@Nullable String id, @Nullable String callId, @Nullable String name,
		@Nullable String namespace, @Nullable ToolOutput output, @Nullable ItemStatus status,
		@Nullable ToolCaller caller,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseItem {

	/**
	 * Create a new {@link FunctionCallOutput} instance.
	 */
	public FunctionCallOutput {
		extra = Copies.extra(extra);
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "function_call_output";
	}

	/**
	 * Return the output of a call.
	 * @param callId the id of the call
	 * @param output what the function returned, for the model to read
	 * @return the item
	 */
	public static FunctionCallOutput of(String callId, String output) {
		return new FunctionCallOutput(null, callId, null, null, new TextOutput(output), null, null, Map.of());
	}

}
