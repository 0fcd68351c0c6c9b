package io.realtime4j.sample.phone;

import io.realtime4j.session.Greeting;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneSessionCustomizer;
import io.realtime4j.spring.sip.IncomingCall;
import io.realtime4j.spring.sip.IncomingCallHandler;

import org.springframework.stereotype.Component;

/**
 * Takes every call, whether a carrier or the service brings it, greets the caller, and
 * tells the model that it is on the telephone.
 */
@Component
class PhoneManners implements PhoneSessionCustomizer, IncomingCallHandler {

	/**
	 * Attribute of the sessions of calls.
	 */
	static final String CALL = "call";

	private static final String GREETING = "The Corner Table, hello. What can I do for you?";

	private static final String INSTRUCTIONS = """
			You are on the telephone: the caller sees nothing. A cancellation takes place when the caller presses
			1, and does not when the caller presses 2; the key # hangs up.""";

	@Override
	public void customize(PhoneCaller caller, SessionSpec.Builder spec) {
		apply(caller.callId(), spec);
	}

	@Override
	public void handle(IncomingCall call) {
		call.accept((spec) -> apply(call.callId(), spec));
	}

	private static void apply(String callId, SessionSpec.Builder spec) {
		spec.attribute(CALL, callId).greeting(Greeting.ofText(GREETING)).settings((settings) -> {
			String desk = settings.build().instructions();
			settings.instructions((desk != null) ? desk + "\n" + INSTRUCTIONS : INSTRUCTIONS);
		});
	}

}
