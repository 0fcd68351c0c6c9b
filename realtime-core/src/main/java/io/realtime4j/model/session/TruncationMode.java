package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Truncation switched on or off. Open: a value that is not among the constants is kept as
 * it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TruncationMode(@JsonValue String value) implements Truncation {

	/**
	 * The oldest items are left out.
	 */
	public static final TruncationMode AUTO = new TruncationMode("auto");

	/**
	 * The response fails.
	 */
	public static final TruncationMode DISABLED = new TruncationMode("disabled");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TruncationMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
