package io.realtime4j.live.model.content;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Content that is a text.
 *
 * @param value the text
 * @since 0.1.0
 */
public record DecisionText(@JsonValue String value) implements DecisionContent {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DecisionText {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
