package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Level of detail in which the model looks at an image of a prompt. Open: a value that is
 * not among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record PromptImageDetail(@JsonValue String value) {

	/**
	 * A coarse look.
	 */
	public static final PromptImageDetail LOW = new PromptImageDetail("low");

	/**
	 * A close look.
	 */
	public static final PromptImageDetail HIGH = new PromptImageDetail("high");

	/**
	 * The service decides.
	 */
	public static final PromptImageDetail AUTO = new PromptImageDetail("auto");

	/**
	 * The image as it is.
	 */
	public static final PromptImageDetail ORIGINAL = new PromptImageDetail("original");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PromptImageDetail {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
