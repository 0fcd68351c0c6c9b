package io.realtime4j.spring.phone.telnyx;

import org.jspecify.annotations.Nullable;

/**
 * Internal event that Telnyx tells by a webhook.
 *
 * @param type the type, such as {@code call.initiated}
 * @param callId the id of the call, or an empty text if it is not about one
 * @param incoming whether somebody else calls
 * @param from the number of the caller, or {@code null} if it is not told
 * @param to the number that is called, or {@code null} if it is not told
 * @param clientState what a command said about the call, in Base64, or {@code null} if
 * none did
 */
public record TelnyxEvent(String type, String callId, boolean incoming, @Nullable String from, @Nullable String to,
		@Nullable String clientState) {

	/**
	 * Return a text without the numbers, which may be confidential.
	 */
	@Override
	public String toString() {
		return "TelnyxEvent[type=" + this.type + ", callId=" + this.callId + "]";
	}

}
