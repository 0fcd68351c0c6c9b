package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Choice by a rule for all tools. Open: a value that is not among the constants is kept
 * as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ToolChoiceMode(@JsonValue String value) implements ToolChoice {

	/**
	 * The model decides.
	 */
	public static final ToolChoiceMode AUTO = new ToolChoiceMode("auto");

	/**
	 * No tool is called.
	 */
	public static final ToolChoiceMode NONE = new ToolChoiceMode("none");

	/**
	 * Some tool is called.
	 */
	public static final ToolChoiceMode REQUIRED = new ToolChoiceMode("required");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ToolChoiceMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
