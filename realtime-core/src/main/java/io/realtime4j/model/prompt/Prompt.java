package io.realtime4j.model.prompt;

import java.util.Map;
import java.util.Objects;

import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;

/**
 * Prompt that is stored with the service.
 *
 * @param id the id of the prompt
 * @param version its version, or {@code null} for the current one
 * @param variables values of its variables by name, or {@code null} if absent
 * @since 0.1.0
 */
public record Prompt(String id, @Nullable String version, @Nullable Map<String, PromptVariable> variables) {

	/**
	 * Create a new {@link Prompt} instance.
	 */
	public Prompt {
		Objects.requireNonNull(id, "'id' must not be null");
		variables = Copies.nullableMap(variables);
	}

	/**
	 * Return the current version of a prompt, without variables.
	 * @param id the id of the prompt
	 * @return the prompt
	 */
	public static Prompt of(String id) {
		return new Prompt(id, null, null);
	}

}
