package io.realtime4j.live.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Copies;

/**
 * Content of several parts.
 *
 * @param parts the parts
 * @since 0.1.0
 */
public record DecisionParts(@JsonValue List<DecisionPart> parts) implements DecisionContent {

	/**
	 * Create a new {@link DecisionParts} instance.
	 */
	public DecisionParts {
		parts = Copies.list(parts);
	}

}
