package io.realtime4j.sample.phone;

import java.net.URI;
import java.time.Duration;

import io.realtime4j.audio.WavFile;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.carrier.SimulatedPhoneCall;
import io.realtime4j.simulator.carrier.TwilioCarrier;
import io.realtime4j.simulator.model.ModelReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller of the desk wants a person.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "desk.colleague=+14155550142" })
@ActiveProfiles("twilio")
class PhoneColleagueTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final TwilioCarrier TWILIO = new TwilioCarrier(URI.create("http://localhost"),
			URI.create("https://desk.example.com"), "12345");

	@LocalServerPort
	private int port;

	@Autowired
	private RealtimeSimulator simulator;

	@DynamicPropertySource
	static void account(DynamicPropertyRegistry registry) {
		TWILIO.properties().forEach((name, value) -> registry.add(name, () -> value));
	}

	@AfterAll
	static void close() {
		TWILIO.close();
	}

	@Test
	void callerWhoWantsAPersonIsPutThrough() throws Exception {
		TWILIO.setApplication(URI.create("http://localhost:" + this.port));
		SimulatedPhoneCall call = TWILIO.call("+14155550123", "+14155550199");
		assertThat(call.refusal()).isNull();
		call.awaitSilence(Duration.ofMillis(700), PATIENCE);
		this.simulator
			.nextResponse(ModelReply.builder().text("Of course, one moment.").call("call_colleague", "{}").build());
		call.speak(WavFile.read(new ClassPathResource("audio/question.wav").getInputStream()));
		assertThat(call.awaitTransfer(PATIENCE)).isEqualTo("+14155550142");
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
	}

}
