package io.realtime4j.spring.sip;

/**
 * Event published when an accepted call has ended.
 *
 * @param call the call
 * @param end how it ended
 * @since 0.1.0
 */
public record SipCallEnded(SipCall call, SipCallEnd end) implements SipCallEvent {

	@Override
	public String callId() {
		return this.call.callId();
	}

}
