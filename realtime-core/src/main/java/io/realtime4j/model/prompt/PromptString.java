package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Plain text as the value of a variable.
 *
 * @param value the text
 * @since 0.1.0
 */
public record PromptString(@JsonValue String value) implements PromptVariable {

	/**
	 * Create a new {@link PromptString} instance.
	 */
	public PromptString {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
