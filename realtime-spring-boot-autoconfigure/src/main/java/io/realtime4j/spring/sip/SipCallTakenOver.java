package io.realtime4j.spring.sip;

import io.realtime4j.store.StoredConversation;

/**
 * Event published when a call of another node goes on at this one, and its session is
 * attached.
 *
 * @param call the call
 * @param conversation the conversation so far
 * @since 0.1.0
 */
public record SipCallTakenOver(SipCall call, StoredConversation conversation) implements SipCallEvent {

	@Override
	public String callId() {
		return this.call.callId();
	}

}
