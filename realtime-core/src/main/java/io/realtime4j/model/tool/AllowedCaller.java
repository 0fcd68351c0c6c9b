package io.realtime4j.model.tool;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Caller that may use a tool of an MCP server. Open: a value that is not among the
 * constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record AllowedCaller(@JsonValue String value) {

	/**
	 * The model itself.
	 */
	public static final AllowedCaller DIRECT = new AllowedCaller("direct");

	/**
	 * Code that the model wrote.
	 */
	public static final AllowedCaller PROGRAMMATIC = new AllowedCaller("programmatic");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AllowedCaller {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
