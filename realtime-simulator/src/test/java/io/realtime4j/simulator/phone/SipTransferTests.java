package io.realtime4j.simulator.phone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.spring.phone.PhoneCaller;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.phone.PhoneTransferException.Reason;
import io.realtime4j.spring.phone.PhoneTransferPolicy;
import io.realtime4j.spring.sip.SipCall;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnd;
import io.realtime4j.spring.sip.SipCallEnded;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the transfer of calls that came in by SIP.
 */
class SipTransferTests {

	private static final String AUTO = "realtime.sip.answer=auto";

	@Test
	void callIsTransferred() {
		try (PhoneApplication application = PhoneApplication.start(SipCallTests.NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(accepted.refer(URI.create("tel:+14155550199"))).succeedsWithin(PhoneApplication.PATIENCE);
			assertThat(call.referredTo()).isEqualTo("tel:+14155550199");
			assertThat(application.events().await(SipCallEnded.class).end().reason())
				.isEqualTo(SipCallEnd.Reason.TRANSFERRED);
		}
	}

	@Test
	void callIsTransferredOnlyToWhomThePolicyAllows() {
		try (PhoneApplication application = PhoneApplication.start(Operator.class, AUTO)) {
			SimulatedCall call = application.simulator().ring(Map.of("From", "<sip:+14155550123@example.com>"));
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(refusal(accepted, "https://example.com")).isEqualTo(Reason.INVALID_TARGET);
			assertThat(refusal(accepted, "tel:+14155550199;postd=1")).isEqualTo(Reason.INVALID_TARGET);
			assertThat(refusal(accepted, "sip:desk@example.com?Subject=x")).isEqualTo(Reason.INVALID_TARGET);
			assertThat(refusal(accepted, "tel:+19005550199")).isEqualTo(Reason.NOT_ALLOWED);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
			assertThat(accepted.refer(URI.create("TEL:+1(415)555-0142"))).succeedsWithin(PhoneApplication.PATIENCE);
			assertThat(call.referredTo()).isEqualTo("tel:+14155550142");
			assertThat(Operator.ASKED).containsOnly(new PhoneCaller("sip", call.id(), "+14155550123", Map.of()));
		}
	}

	@Test
	void nobodyIsCalledWhoIsNotInTheList() {
		try (PhoneApplication application = PhoneApplication.start(SipCallTests.NoPhone.class, AUTO,
				"realtime.phone.transfer.allowed-targets=")) {
			SimulatedCall call = application.connected();
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(refusal(accepted, "tel:+14155550199")).isEqualTo(Reason.NOT_ALLOWED);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
			assertThat(call.referredTo()).isNull();
		}
	}

	static Reason refusal(SipCall call, String target) {
		return call.refer(URI.create(target))
			.handle((done, ex) -> ((PhoneTransferException) Objects.requireNonNull(ex)).reason())
			.orTimeout(PhoneApplication.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	static class Operator implements PhoneTransferPolicy {

		private static final List<PhoneCaller> ASKED = new CopyOnWriteArrayList<>();

		@Override
		public boolean isAllowed(PhoneCaller caller, URI target) {
			ASKED.add(caller);
			return target.equals(URI.create("tel:+14155550142"));
		}

	}

}
