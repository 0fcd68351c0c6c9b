package io.realtime4j.spring.sip;

/**
 * Event published when a call ended before it was answered: the caller did not wait.
 *
 * @param callId the id of the call
 * @since 0.1.0
 */
public record SipCallGone(String callId) implements SipCallEvent {
}
