package io.realtime4j.spring.phone.vonage;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Internal content of Vonage's webhooks.
 *
 * @param callId the id of the call or of its WebSocket, or an empty text if it is not
 * about one
 * @param status what happened to the call, or an empty text if it comes in
 * @param from the number of the caller, or {@code null} if it is not told
 * @param to the number or the address that is called, or {@code null} if it is not told
 * @param detail why it happened, or an empty text
 * @param sipHeaders headers of a call by SIP, which the caller wrote, as Vonage names
 * them
 */
public record VonageEvent(String callId, String status, @Nullable String from, @Nullable String to, String detail,
		Map<String, String> sipHeaders) {

	/**
	 * Return a text without the numbers and headers, which may be confidential.
	 */
	@Override
	public String toString() {
		return "VonageEvent[callId=" + this.callId + ", status=" + this.status + "]";
	}

}
