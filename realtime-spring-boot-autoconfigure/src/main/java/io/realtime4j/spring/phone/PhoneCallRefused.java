package io.realtime4j.spring.phone;

/**
 * A call that the carrier connected was refused, and no session began.
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
		 * The session could not be made: a customizer failed.
		 */
		FAILED,

		/**
		 * The application stops.
		 */
		STOPPING

	}

}
