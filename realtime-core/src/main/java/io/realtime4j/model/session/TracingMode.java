package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Tracing with the defaults of the service. Open: a value that is not among the constants
 * is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TracingMode(@JsonValue String value) implements Tracing {

	/**
	 * The service chooses all names.
	 */
	public static final TracingMode AUTO = new TracingMode("auto");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TracingMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
