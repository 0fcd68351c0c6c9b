package io.realtime4j.live.model.session;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Copies;

/**
 * The events that one of these rules names are allowed.
 *
 * @param selectors the rules
 * @since 0.1.0
 */
public record EventSelectors(@JsonValue List<ServerEventSelector> selectors) implements AllowedEvents {

	/**
	 * Create a new {@link EventSelectors} instance.
	 */
	public EventSelectors {
		selectors = Copies.list(selectors);
	}

}
