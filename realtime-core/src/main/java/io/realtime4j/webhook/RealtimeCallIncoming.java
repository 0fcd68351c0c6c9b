package io.realtime4j.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Event for an incoming call over SIP, which waits to be accepted or rejected for a few
 * seconds. Type {@code realtime.call.incoming}.
 *
 * @param id the id of the event, or {@code null} if there is none
 * @param createdAt when the call came in, or {@code null} if the service did not say
 * @param callId the id of the call, which begins with {@code rtc_}
 * @param sipHeaders the headers of the SIP request, in order. The caller wrote them:
 * nothing in them proves who calls
 * @param sipMediaSecurity how the sound is protected, {@code rtp} or {@code srtp}, or
 * {@code null} if the service did not say
 * @since 0.1.0
 */
public record RealtimeCallIncoming(@Nullable String id, @Nullable Instant createdAt, String callId,
		List<SipHeader> sipHeaders, @Nullable String sipMediaSecurity) implements CallIncoming {

	static final String TYPE = "realtime.call.incoming";

	/**
	 * Create a new {@link RealtimeCallIncoming} instance.
	 */
	public RealtimeCallIncoming {
		Objects.requireNonNull(callId, "'callId' must not be null");
		sipHeaders = List.copyOf(sipHeaders);
	}

	@Override
	public String type() {
		return TYPE;
	}

	// Phone numbers are personal data, and no log needs them
	@Override
	public String toString() {
		return "RealtimeCallIncoming[id=" + this.id + ", createdAt=" + this.createdAt + ", callId=" + this.callId
				+ ", sipHeaders=" + this.sipHeaders.size() + ", sipMediaSecurity=" + this.sipMediaSecurity + "]";
	}

}
