package io.realtime4j.model.item;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Output of a function call, {@code function_call_output}.
 *
 * @param id the id of the item, or {@code null} for the server to give one
 * @param object always {@code realtime.item}, or {@code null} if absent
 * @param status how far the item has come, or {@code null} if absent
 * @param callId the id of the call, or {@code null} if absent
 * @param output the output as text, JSON or not, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record FunctionCallOutput(@Nullable String id, @Nullable String object, @Nullable ItemStatus status,
		@Nullable String callId, @Nullable String output,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link FunctionCallOutput} instance.
	 */
	public FunctionCallOutput {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "function_call_output";
	}

	/**
	 * Return the output of a call.
	 * @param callId the id of the call
	 * @param output the output as text, JSON or not
	 * @return the output
	 */
	public static FunctionCallOutput of(String callId, String output) {
		return new FunctionCallOutput(null, null, null, callId, output, Map.of());
	}

}
