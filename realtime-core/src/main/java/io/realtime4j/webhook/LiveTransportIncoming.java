package io.realtime4j.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Event for an incoming call over SIP that a live session can take. Type
 * {@code live.transport.incoming}, or {@code live.call.incoming} as it was called before.
 *
 * @param id the id of the event, or {@code null} if there is none
 * @param createdAt when the call came in, or {@code null} if the service did not say
 * @param sessionId the id of the session that the call will have, which begins with
 * {@code live_}
 * @param sipHeaders the headers of the SIP request, in order. The caller wrote them:
 * nothing in them proves who calls
 * @param sipMediaSecurity how the sound is protected, {@code rtp} or {@code srtp}, or
 * {@code null} if the service did not say
 * @since 0.1.0
 */
public record LiveTransportIncoming(@Nullable String id, @Nullable Instant createdAt, String sessionId,
		List<SipHeader> sipHeaders, @Nullable String sipMediaSecurity) implements CallIncoming {

	static final String TYPE = "live.transport.incoming";

	static final Set<String> NAMES = Set.of(TYPE, "live.call.incoming");

	/**
	 * Create a new {@link LiveTransportIncoming} instance.
	 */
	public LiveTransportIncoming {
		Objects.requireNonNull(sessionId, "'sessionId' must not be null");
		sipHeaders = List.copyOf(sipHeaders);
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public String callId() {
		return this.sessionId;
	}

	// Phone numbers are personal data, and no log needs them
	@Override
	public String toString() {
		return "LiveTransportIncoming[id=" + this.id + ", createdAt=" + this.createdAt + ", sessionId=" + this.sessionId
				+ ", sipHeaders=" + this.sipHeaders.size() + ", sipMediaSecurity=" + this.sipMediaSecurity + "]";
	}

}
