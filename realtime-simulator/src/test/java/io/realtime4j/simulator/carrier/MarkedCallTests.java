package io.realtime4j.simulator.carrier;

import io.realtime4j.spring.phone.PhoneKeyPressed;
import io.realtime4j.spring.phone.PhoneTransferException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls from a carrier that has a queue and marks.
 */
abstract class MarkedCallTests extends CarrierCallTests {

	@Test
	void marksOfALongAnswerMayComeAtOnce() {
		SimulatedPhoneCall call = call();
		for (int i = 0; i < 5000; i++) {
			call.stream().send("{\"event\":\"mark\",\"mark\":{\"name\":\"0-" + i + "\"}}");
		}
		call.pressKey('1');
		assertThat(application().await(PhoneKeyPressed.class, call.callId()).key()).isEqualTo('1');
		call.hangUp();
	}

	@Test
	void callGoesOnWhenTheCarrierDoesNotTransferIt() {
		SimulatedPhoneCall call = call();
		application().carrier().setApiOut(true);
		try {
			assertThat(reasonOfTransfer(call)).isEqualTo(PhoneTransferException.Reason.REFUSED);
		}
		finally {
			application().carrier().setApiOut(false);
		}
		assertThat(call.stream().closeCode()).isNull();
		assertThat(transfer(call)).succeedsWithin(CarrierApplication.PATIENCE);
		assertThat(call.awaitTransfer(CarrierApplication.PATIENCE)).isEqualTo("+14155550142");
	}

}
