package io.realtime4j.model.content;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Level of detail in which the model looks at an image. Open: a value that is not among
 * the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ImageDetail(@JsonValue String value) {

	/**
	 * The service decides.
	 */
	public static final ImageDetail AUTO = new ImageDetail("auto");

	/**
	 * A coarse look.
	 */
	public static final ImageDetail LOW = new ImageDetail("low");

	/**
	 * A close look.
	 */
	public static final ImageDetail HIGH = new ImageDetail("high");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ImageDetail {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
