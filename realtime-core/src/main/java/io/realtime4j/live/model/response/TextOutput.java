package io.realtime4j.live.model.response;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text that a function returned.
 *
 * @param value the text, which may be JSON
 * @since 0.1.0
 */
public record TextOutput(@JsonValue String value) implements ToolOutput {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TextOutput {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
