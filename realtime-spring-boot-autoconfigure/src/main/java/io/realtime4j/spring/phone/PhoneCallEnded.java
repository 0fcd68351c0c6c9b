package io.realtime4j.spring.phone;

/**
 * A call that was connected is over.
 *
 * @param call the call
 * @param end how it ended
 * @since 0.1.0
 */
public record PhoneCallEnded(PhoneCall call, PhoneCallEnd end) implements PhoneCallEvent {

	@Override
	public PhoneCaller caller() {
		return this.call.caller();
	}

}
