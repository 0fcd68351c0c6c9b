package io.realtime4j.spring.phone;

/**
 * Application event about a call that was refused, before it was answered or when it was
 * connected, so that no session began. Calls by SIP have this event too, with the carrier
 * {@code sip}; {@link io.realtime4j.spring.sip.SipCallRejected} tells what their callers
 * were given.
 *
 * @param caller who called
 * @param reason why
 * @since 0.1.0
 */
public record PhoneCallRefused(PhoneCaller caller, Reason reason) implements PhoneCallEvent {

	/**
	 * Reasons to refuse a call.
	 */
	public enum Reason {

		/**
		 * There are as many calls as may be, in total or of this caller.
		 */
		BUSY,

		/**
		 * The {@linkplain io.realtime4j.usage.TenantBudget budget of the day} is used up.
		 */
		BUDGET,

		/**
		 * The session could not be made: a customizer failed, or the handler of a call by
		 * SIP.
		 */
		FAILED,

		/**
		 * The application stops, or is drained.
		 */
		STOPPING

	}

}
