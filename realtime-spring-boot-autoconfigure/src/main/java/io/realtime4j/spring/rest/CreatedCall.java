package io.realtime4j.spring.rest;

/**
 * Call by WebRTC that has been created.
 *
 * @param callId the id of the call, which begins with {@code rtc_}: by it the call is
 * hung up, and a session attaches to it
 * @param sdpAnswer the answer to the offer, for the browser that made it
 * @since 0.1.0
 */
public record CreatedCall(String callId, String sdpAnswer) {

	/**
	 * Return a text without the answer, which holds the password of the media connection.
	 */
	@Override
	public String toString() {
		return "CreatedCall[callId=" + this.callId + "]";
	}

}
