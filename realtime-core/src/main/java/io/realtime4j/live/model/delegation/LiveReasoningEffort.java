package io.realtime4j.live.model.delegation;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Effort of a model before it answers. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record LiveReasoningEffort(@JsonValue String value) {

	/**
	 * Not at all.
	 */
	public static final LiveReasoningEffort NONE = new LiveReasoningEffort("none");

	/**
	 * As little as possible.
	 */
	public static final LiveReasoningEffort MINIMAL = new LiveReasoningEffort("minimal");

	/**
	 * Little.
	 */
	public static final LiveReasoningEffort LOW = new LiveReasoningEffort("low");

	/**
	 * Some.
	 */
	public static final LiveReasoningEffort MEDIUM = new LiveReasoningEffort("medium");

	/**
	 * Much.
	 */
	public static final LiveReasoningEffort HIGH = new LiveReasoningEffort("high");

	/**
	 * Very much.
	 */
	public static final LiveReasoningEffort XHIGH = new LiveReasoningEffort("xhigh");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LiveReasoningEffort {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
