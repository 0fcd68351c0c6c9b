package io.realtime4j.spring.sip;

/**
 * Event published when a call could not be answered: the service refused, or its session
 * could not be opened.
 *
 * @param callId the id of the call
 * @param cause why
 * @since 0.1.0
 */
public record SipCallFailed(String callId, Throwable cause) implements SipCallEvent {
}
