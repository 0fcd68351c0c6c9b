package io.realtime4j.spring.phone;

/**
 * A call is connected, and its session is being opened.
 *
 * @param call the call
 * @since 0.1.0
 */
public record PhoneCallStarted(PhoneCall call) implements PhoneCallEvent {

	@Override
	public PhoneCaller caller() {
		return this.call.caller();
	}

}
