package io.realtime4j.live.model.session;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings of the other end of a WebRTC connection.
 *
 * @param dataChannel what may pass through the data channel, or {@code null} if absent
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record LiveClientSettings(@Nullable DataChannelSettings dataChannel,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link LiveClientSettings} instance.
	 */
	public LiveClientSettings {
		extra = Copies.extra(extra);
	}

	/**
	 * Return settings of the data channel.
	 * @param dataChannel what may pass through the data channel
	 * @return the value
	 */
	public static LiveClientSettings of(DataChannelSettings dataChannel) {
		return new LiveClientSettings(dataChannel, Map.of());
	}

}
