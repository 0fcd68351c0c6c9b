package io.realtime4j.spring.phone.engine;

import java.util.Map;
import java.util.UUID;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallEvents}.
 */
@ExtendWith(OutputCaptureExtension.class)
class CallEventsTests {

	@Test
	void listenerThatAlwaysFailsDoesNotFillTheLog(CapturedOutput output) {
		CallEvents events = new CallEvents(Runnable::run, (event) -> {
			throw new IllegalStateException("No listener");
		});
		PhoneCaller caller = new PhoneCaller("twilio", UUID.randomUUID().toString(), null, Map.of());
		for (int i = 0; i < 100; i++) {
			events.publish(new PhoneCallRefused(caller, PhoneCallRefused.Reason.BUSY));
		}
		assertThat(output.getAll().split("A listener of PhoneCallRefused failed", -1)).hasSize(21);
	}

}
