package io.realtime4j.spring.sip;

/**
 * Event published when a call was rejected. One that was not the application's choice is
 * told by {@link io.realtime4j.spring.phone.PhoneCallRefused} too.
 *
 * @param callId the id of the call
 * @param status the SIP status that the caller was given
 * @param reason why
 * @since 0.1.0
 */
public record SipCallRejected(String callId, int status, Reason reason) implements SipCallEvent {

	/**
	 * Reasons to reject a call.
	 */
	public enum Reason {

		/**
		 * The application rejected it.
		 */
		APPLICATION,

		/**
		 * The handler failed.
		 */
		HANDLER_FAILED,

		/**
		 * Nobody answered it in time.
		 */
		UNANSWERED,

		/**
		 * There are as many calls as may be.
		 */
		BUSY,

		/**
		 * The {@linkplain io.realtime4j.usage.TenantBudget budget of the day} is used up.
		 */
		BUDGET,

		/**
		 * The application stops, or is drained.
		 */
		STOPPING

	}

}
