package io.realtime4j.live.model.transport;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * A WebRTC connection, {@code webrtc}.
 *
 * @param sdp the offer of the client, or the answer of the service
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record WebRtcTransport(String sdp,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveTransport {

	/**
	 * Create a new {@link WebRtcTransport} instance.
	 */
	public WebRtcTransport {
		Objects.requireNonNull(sdp, "'sdp' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "webrtc";
	}

	/**
	 * Return a connection for an offer.
	 * @param sdp the offer of the client, or the answer of the service
	 * @return the value
	 */
	public static WebRtcTransport of(String sdp) {
		return new WebRtcTransport(sdp, Map.of());
	}

}
