package io.realtime4j.translation.model;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Model that translates speech. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TranslationModel(@JsonValue String value) {

	/**
	 * The model {@code gpt-realtime-translate}.
	 */
	public static final TranslationModel GPT_REALTIME_TRANSLATE = new TranslationModel("gpt-realtime-translate");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TranslationModel {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
