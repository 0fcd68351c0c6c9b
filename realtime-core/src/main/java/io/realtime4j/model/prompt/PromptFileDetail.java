package io.realtime4j.model.prompt;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Level of detail in which the model looks at a file of a prompt. Open: a value that is
 * not among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record PromptFileDetail(@JsonValue String value) {

	/**
	 * The service decides.
	 */
	public static final PromptFileDetail AUTO = new PromptFileDetail("auto");

	/**
	 * A coarse look.
	 */
	public static final PromptFileDetail LOW = new PromptFileDetail("low");

	/**
	 * A close look.
	 */
	public static final PromptFileDetail HIGH = new PromptFileDetail("high");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PromptFileDetail {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
