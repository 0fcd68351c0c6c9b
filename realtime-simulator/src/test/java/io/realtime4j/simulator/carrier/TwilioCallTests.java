package io.realtime4j.simulator.carrier;

/**
 * Tests for calls from Twilio.
 */
class TwilioCallTests extends CarrierCallTests {

	@Override
	CarrierApplication<?> startApplication() {
		return CarrierApplication.twilio(PAGES_HAVE_ONE_SESSION);
	}

}
