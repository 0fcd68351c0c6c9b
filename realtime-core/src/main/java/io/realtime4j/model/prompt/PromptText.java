package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Text as the value of a variable, with an optional breakpoint of the prompt cache,
 * {@code input_text}.
 *
 * @param text the text
 * @param promptCacheBreakpoint the mark, or {@code null} if absent
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public record PromptText(String text, @Nullable PromptCacheBreakpoint promptCacheBreakpoint) implements PromptVariable {

	/**
	 * Create a new {@link PromptText} instance.
	 */
	public PromptText {
		Objects.requireNonNull(text, "'text' must not be null");
	}

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public String type() {
		return "input_text";
	}

}
