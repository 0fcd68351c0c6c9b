package io.realtime4j.live.model.session;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The events that may pass through the data channel of a WebRTC connection.
 *
 * @param allowedClientEvents the events that the client may send, or {@code null} if
 * absent
 * @param allowedServerEvents the events that the client gets, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record DataChannelSettings(@Nullable AllowedEvents allowedClientEvents,
		@Nullable AllowedEvents allowedServerEvents, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link DataChannelSettings} instance.
	 */
	public DataChannelSettings {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings with these members.
	 * @param allowedClientEvents the events that the client may send
	 * @param allowedServerEvents the events that the client gets
	 * @return the value
	 */
	public static DataChannelSettings of(AllowedEvents allowedClientEvents, AllowedEvents allowedServerEvents) {
		return new DataChannelSettings(allowedClientEvents, allowedServerEvents, Map.of());
	}

}
