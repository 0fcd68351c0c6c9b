package io.realtime4j.tool;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Result of a tool call, which the model receives.
 *
 * @param output the output as the model reads it, text or JSON
 * @param followUp whether the model shall answer upon it; {@code false} for what it only
 * needs to know
 * @since 0.1.0
 */
public record ToolResult(String output, boolean followUp) {

	/**
	 * Create a new {@link ToolResult} instance.
	 */
	public ToolResult {
		Objects.requireNonNull(output, "'output' must not be null");
	}

	/**
	 * Return a result that is a text.
	 * @param output the text
	 * @return the result
	 */
	public static ToolResult text(String output) {
		return new ToolResult(output, true);
	}

	/**
	 * Return a result that is a value, written as JSON.
	 * @param value the value, which Jackson must know how to write
	 * @return the result
	 * @throws tools.jackson.core.JacksonException if it cannot be written
	 */
	public static ToolResult json(@Nullable Object value) {
		return new ToolResult(JsonMapper.shared().writeValueAsString(value), true);
	}

	/**
	 * Return the same result, to which the model does not respond.
	 * @return the result
	 */
	public ToolResult withoutFollowUp() {
		return new ToolResult(this.output, false);
	}

	/**
	 * Return a text without the output, which may be confidential.
	 */
	@Override
	public String toString() {
		return "ToolResult[output=" + this.output.length() + " characters, followUp=" + this.followUp + "]";
	}

}
