package io.realtime4j.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Event for an incoming call over SIP, which waits to be accepted or rejected for a few
 * seconds. The service may tell of one call in both protocol families: the first answer
 * decides.
 *
 * @since 0.1.0
 */
public sealed interface CallIncoming extends WebhookEvent permits RealtimeCallIncoming, LiveTransportIncoming {

	/**
	 * Return the id by which the call is answered.
	 * @return the id, which begins with {@code rtc_}, or with {@code live_} in the live
	 * family
	 */
	String callId();

	/**
	 * Return the headers of the SIP request. The caller wrote them: nothing in them
	 * proves who calls.
	 * @return the headers, in order
	 */
	List<SipHeader> sipHeaders();

	/**
	 * Return how the sound is protected.
	 * @return {@code rtp} or {@code srtp}, or {@code null} if the service did not say
	 */
	@Nullable String sipMediaSecurity();

	/**
	 * Return the first header of a name.
	 * @param name the name, in any case
	 * @return the value as the caller wrote it, or {@code null} if there is none
	 */
	default @Nullable String sipHeader(String name) {
		return sipHeaders().stream()
			.filter((header) -> header.name().equalsIgnoreCase(name))
			.map(SipHeader::value)
			.findFirst()
			.orElse(null);
	}

}
