package io.realtime4j.live.model.session;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Copies;

/**
 * The events of these types are allowed.
 *
 * @param types the types on the wire
 * @since 0.1.0
 */
public record EventTypes(@JsonValue List<String> types) implements AllowedEvents {

	/**
	 * Create a new {@link EventTypes} instance.
	 */
	public EventTypes {
		types = Copies.list(types);
	}

}
