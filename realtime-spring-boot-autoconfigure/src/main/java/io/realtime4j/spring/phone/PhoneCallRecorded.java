package io.realtime4j.spring.phone;

import java.net.URI;
import java.time.Duration;

/**
 * The recording of a call is ready.
 *
 * @param call the call, which is over
 * @param location where the recording is kept
 * @param duration the length of the recording
 * @since 0.1.0
 */
public record PhoneCallRecorded(PhoneCall call, URI location, Duration duration) implements PhoneCallEvent {

	@Override
	public PhoneCaller caller() {
		return this.call.caller();
	}

}
