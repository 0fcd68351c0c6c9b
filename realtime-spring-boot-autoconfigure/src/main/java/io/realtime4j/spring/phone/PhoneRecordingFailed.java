package io.realtime4j.spring.phone;

/**
 * A call that should have been recorded was not, or its recording could not be kept. The
 * call is not disturbed.
 *
 * @param call the call
 * @param cause the cause
 * @since 0.1.0
 */
public record PhoneRecordingFailed(PhoneCall call, Exception cause) implements PhoneCallEvent {

	@Override
	public PhoneCaller caller() {
		return this.call.caller();
	}

}
