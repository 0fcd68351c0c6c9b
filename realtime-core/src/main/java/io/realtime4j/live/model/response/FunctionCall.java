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
 * A call of a function of the application, {@code function_call}. It counts once its
 * status is {@code completed}.
 *
 * @param id the id of the item, or {@code null} if not said
 * @param callId the id of the call, which its output names, or {@code null} if not said
 * @param name the name of the function, or {@code null} if not said
 * @param namespace the namespace of the tool, or {@code null} if absent
 * @param arguments the arguments as JSON text, or {@code null} if not said
 * @param status how far the item came, or {@code null} if absent
 * @param caller who called, or {@code null} if not said
 * @param async whether the model goes on before the output is there, or {@code null} if
 * absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record FunctionCall(@Nullable String id, @Nullable String callId, @Nullable String name,
		@Nullable String namespace, @Nullable String arguments, @Nullable ItemStatus status,
		@Nullable ToolCaller caller, @Nullable Boolean async,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements ResponseItem {

	/**
	 * Create a new {@link FunctionCall} instance.
	 */
	public FunctionCall {
		extra = Copies.extra(extra);
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "function_call";
	}

}
