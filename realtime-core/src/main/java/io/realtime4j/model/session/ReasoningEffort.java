package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Effort that the model puts into reasoning. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ReasoningEffort(@JsonValue String value) {

	/**
	 * The value {@code minimal}.
	 */
	public static final ReasoningEffort MINIMAL = new ReasoningEffort("minimal");

	/**
	 * The value {@code low}.
	 */
	public static final ReasoningEffort LOW = new ReasoningEffort("low");

	/**
	 * The value {@code medium}.
	 */
	public static final ReasoningEffort MEDIUM = new ReasoningEffort("medium");

	/**
	 * The value {@code high}.
	 */
	public static final ReasoningEffort HIGH = new ReasoningEffort("high");

	/**
	 * The value {@code xhigh}.
	 */
	public static final ReasoningEffort XHIGH = new ReasoningEffort("xhigh");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReasoningEffort {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
