package io.realtime4j.live.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A rule for which events are allowed. Open: a value that is not among the constants is
 * kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record AllowedEventsMode(@JsonValue String value) implements AllowedEvents {

	/**
	 * All events.
	 */
	public static final AllowedEventsMode ALL = new AllowedEventsMode("all");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AllowedEventsMode {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
