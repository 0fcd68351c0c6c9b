package io.realtime4j.live.model.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The way in which audio reaches a session that is created over HTTP: WebRTC, or a
 * telephone that is called.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder("type")
public sealed interface LiveTransport permits WebRtcTransport, SipTransport, UnknownLiveTransport {

	/**
	 * Return the value of the member {@code type}.
	 * @return the type on the wire
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	String type();

}
