package io.realtime4j.live.model.transport;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.support.Copies;
import tools.jackson.databind.JsonNode;

/**
 * A telephone that the service calls, {@code sip}. How the call goes is told over a
 * sideband connection.
 *
 * @param destination the number to call, in E.164 form with a plus sign
 * @param callerNumber the number that is shown, in E.164 form with a plus sign
 * @param trunk the provider that places the call
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record SipTransport(String destination, String callerNumber, SipTrunk trunk,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) implements LiveTransport {

	/**
	 * Create a new {@link SipTransport} instance.
	 */
	public SipTransport {
		Objects.requireNonNull(destination, "'destination' must not be null");
		Objects.requireNonNull(callerNumber, "'callerNumber' must not be null");
		Objects.requireNonNull(trunk, "'trunk' must not be null");
		extra = Copies.extra(extra);
	}

	@Override
	public String type() {
		return "sip";
	}

	/**
	 * Return a call.
	 * @param destination the number to call, in E.164 form with a plus sign
	 * @param callerNumber the number that is shown, in E.164 form with a plus sign
	 * @param trunk the provider that places the call
	 * @return the value
	 */
	public static SipTransport of(String destination, String callerNumber, SipTrunk trunk) {
		return new SipTransport(destination, callerNumber, trunk, Map.of());
	}

}
