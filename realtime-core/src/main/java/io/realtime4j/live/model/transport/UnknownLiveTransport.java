package io.realtime4j.live.model.transport;

import com.fasterxml.jackson.annotation.JsonValue;
import io.realtime4j.support.Secrets;
import tools.jackson.databind.JsonNode;

/**
 * A {@link LiveTransport} of a kind that this library does not know, kept as its JSON,
 * which never appears in {@code toString}, since it may hold secrets.
 *
 * @param json the value as received; to be treated as immutable
 * @since 0.1.0
 */
public record UnknownLiveTransport(@JsonValue JsonNode json) implements LiveTransport {

	@Override
	public String type() {
		return this.json.path("type").asString("");
	}

	@Override
	public String toString() {
		return "UnknownLiveTransport[type=" + type() + ", json=" + Secrets.mask(this.json) + "]";
	}

}
