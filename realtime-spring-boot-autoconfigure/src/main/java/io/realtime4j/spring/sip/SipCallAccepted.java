package io.realtime4j.spring.sip;

/**
 * Event published when a call was accepted and its session is open.
 *
 * @param call the call
 * @since 0.1.0
 */
public record SipCallAccepted(SipCall call) implements SipCallEvent {

	@Override
	public String callId() {
		return this.call.callId();
	}

}
