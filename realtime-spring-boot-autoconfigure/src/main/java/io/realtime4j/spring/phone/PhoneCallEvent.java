package io.realtime4j.spring.phone;

/**
 * Application event about a call that a carrier brought. Those of one call come in order.
 *
 * @since 0.1.0
 */
public sealed interface PhoneCallEvent permits PhoneCallStarted, PhoneKeyPressed, PhoneCallEnded, PhoneCallRefused,
		PhoneCallRecorded, PhoneRecordingFailed {

	/**
	 * Return who calls.
	 * @return the facts about the call
	 */
	PhoneCaller caller();

}
