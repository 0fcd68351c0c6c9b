package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Mode of the breakpoint of a prompt cache. Open: a value that is not among the constants
 * is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record PromptCacheMode(@JsonValue String value) {

	/**
	 * Here.
	 */
	public static final PromptCacheMode EXPLICIT = new PromptCacheMode("explicit");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PromptCacheMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
