package io.realtime4j.model.session;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@link SessionSettings} of a kind that this library does not know, kept as its JSON,
 * which never appears in {@code toString}, since it may hold secrets.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownSessionSettings(@JsonValue JsonNode json) implements SessionSettings {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

	@Override
	public @Nullable String id() {
		return this.json.path("id").asString(null);
	}

	@Override
	public UnknownSessionSettings asUpdate() {
		return this;
	}

	@Override
	public String toString() {
		return "UnknownSessionSettings[type=" + type() + ", json=" + Secrets.mask(this.json) + "]";
	}

}
