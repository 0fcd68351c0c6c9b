package io.realtime4j.spring.sip;

import io.realtime4j.session.ClosedByPolicy;

/**
 * Close cause when the store could not be written for so long that another node may go on
 * with the call.
 *
 * @param callId the id of the call
 * @since 0.1.0
 */
public record ClosedWithoutLease(String callId) implements ClosedByPolicy {

	@Override
	public String message() {
		return "The store was not written for too long, so that another node may go on with call " + this.callId;
	}

}
