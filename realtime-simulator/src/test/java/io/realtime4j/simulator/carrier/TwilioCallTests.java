package io.realtime4j.simulator.carrier;

import java.net.URI;

import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneTransferException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls from Twilio.
 */
class TwilioCallTests extends MarkedCallTests {

	@Override
	CarrierApplication<?> startApplication() {
		return CarrierApplication.twilio(PAGES_HAVE_ONE_SESSION);
	}

	@Test
	void callWithoutAnAccountEndsWithItsStreamAndIsNotTransferred() {
		try (CarrierApplication<TwilioCarrier> other = CarrierApplication.twilioWithoutAccount()) {
			SimulatedPhoneCall call = other.carrier().call("+14155550123", "+1");
			PhoneCall connected = other.await(PhoneCallStarted.class, call.callId()).call();
			assertThat(CarrierApplication.reason(connected.transfer(URI.create("tel:+14155550142"))))
				.isEqualTo(PhoneTransferException.Reason.NOT_SUPPORTED);
			connected.hangUp();
			assertThat(call.awaitEnd(CarrierApplication.PATIENCE)).isEqualTo(1000);
		}
	}

}
