package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Choice of one function that must be called, {@code function}.
 *
 * @param name the name of the function
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record ToolChoiceFunction(String name) implements ToolChoice {

	/**
	 * Create a new {@link ToolChoiceFunction} instance.
	 */
	public ToolChoiceFunction {
		Objects.requireNonNull(name, "'name' must not be null");
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "function";
	}

}
