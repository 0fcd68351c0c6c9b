package io.realtime4j.model.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * A {@link Tool} of a kind that this library does not know, kept as its JSON, which never
 * appears in {@code toString}, since tools carry credentials.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownTool(@JsonValue JsonNode json) implements Tool {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

	@Override
	public String toString() {
		return "UnknownTool[type=" + type() + ", json=" + Secrets.mask(this.json) + "]";
	}

}
