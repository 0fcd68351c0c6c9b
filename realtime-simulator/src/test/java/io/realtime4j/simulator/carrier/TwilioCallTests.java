package io.realtime4j.simulator.carrier;

/**
 * Tests for calls from Twilio.
 */
class TwilioCallTests extends MarkedCallTests {

	@Override
	CarrierApplication<?> startApplication() {
		return CarrierApplication.twilio(PAGES_HAVE_ONE_SESSION);
	}

}
