package io.realtime4j.spring.sip;

/**
 * Application event about an incoming call over SIP. Keys that the caller presses come as
 * {@link io.realtime4j.event.server.InputAudioBufferDtmfEventReceived} of the session.
 *
 * @since 0.1.0
 */
public sealed interface SipCallEvent
		permits SipCallAccepted, SipCallEnded, SipCallFailed, SipCallGone, SipCallRejected, SipCallTakenOver {

	/**
	 * Return the id of the call.
	 * @return the id, which begins with {@code rtc_}, or with {@code live_} where its
	 * session is a live one
	 */
	String callId();

}
