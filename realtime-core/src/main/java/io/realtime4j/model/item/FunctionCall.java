package io.realtime4j.model.item;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Call of a function of the application, {@code function_call}.
 *
 * @param id the id of the item, or {@code null} for the server to give one
 * @param object always {@code realtime.item}, or {@code null} if absent
 * @param status how far the item has come, or {@code null} if absent
 * @param callId the id that the output has to name, or {@code null} if absent
 * @param name the name of the function, or {@code null} if absent
 * @param arguments the arguments as JSON text, empty while they stream, or {@code null}
 * if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record FunctionCall(@Nullable String id, @Nullable String object, @Nullable ItemStatus status,
		@Nullable String callId, @Nullable String name, @Nullable String arguments,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements Item {

	/**
	 * Create a new {@link FunctionCall} instance.
	 */
	public FunctionCall {
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "function_call";
	}

	/**
	 * Return a call.
	 * @param callId the id that the output has to name
	 * @param name the name of the function
	 * @param arguments the arguments as JSON text
	 * @return the call
	 */
	public static FunctionCall of(String callId, String name, String arguments) {
		return new FunctionCall(null, null, null, callId, name, arguments, Map.of());
	}

}
