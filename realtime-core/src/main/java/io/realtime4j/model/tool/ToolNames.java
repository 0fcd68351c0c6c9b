package io.realtime4j.model.tool;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Copies;

/**
 * Tools by their names.
 *
 * @param names the names
 * @since 0.1.0
 */
public record ToolNames(@JsonValue List<String> names) implements AllowedTools {

	/**
	 * Create a new {@link ToolNames} instance.
	 */
	public ToolNames {
		names = Copies.list(names);
	}

}
