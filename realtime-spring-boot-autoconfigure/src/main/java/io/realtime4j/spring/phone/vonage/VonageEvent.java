package io.realtime4j.spring.phone.vonage;

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
 */
public record VonageEvent(String callId, String status, @Nullable String from, @Nullable String to, String detail) {

	/**
	 * Return a text without the numbers, which may be confidential.
	 */
	@Override
	public String toString() {
		return "VonageEvent[callId=" + this.callId + ", status=" + this.status + "]";
	}

}
