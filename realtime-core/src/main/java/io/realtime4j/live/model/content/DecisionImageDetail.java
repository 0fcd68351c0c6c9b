package io.realtime4j.live.model.content;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Closeness at which a model looks at an image. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record DecisionImageDetail(@JsonValue String value) {

	/**
	 * As the model sees fit.
	 */
	public static final DecisionImageDetail AUTO = new DecisionImageDetail("auto");

	/**
	 * From afar.
	 */
	public static final DecisionImageDetail LOW = new DecisionImageDetail("low");

	/**
	 * Closely.
	 */
	public static final DecisionImageDetail HIGH = new DecisionImageDetail("high");

	/**
	 * At every pixel.
	 */
	public static final DecisionImageDetail ORIGINAL = new DecisionImageDetail("original");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DecisionImageDetail {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
