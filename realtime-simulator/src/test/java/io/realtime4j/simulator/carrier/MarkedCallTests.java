package io.realtime4j.simulator.carrier;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.spring.phone.PhoneCallEnd;
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
	void callThatIsHungUpDuringTheLastWordsIsNotTransferred() {
		SimulatedPhoneCall call = call();
		// So long that nobody has heard it when the call is hung up
		answer(call, ModelReply.builder().audio("Let me explain.", Sounds.tone(24_000, 60_000)));
		call.awaitHeard(Duration.ofMillis(500), CarrierApplication.PATIENCE);
		CompletableFuture<?> transferred = transfer(call);
		assertThat(connected(call).hangUp()).succeedsWithin(CarrierApplication.PATIENCE)
			.isEqualTo(PhoneCallEnd.HUNG_UP);
		assertThat(CarrierApplication.reason(transferred)).isEqualTo(PhoneTransferException.Reason.CALL_ENDED);
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
