package io.realtime4j.sample.phone;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import io.realtime4j.audio.WavFile;
import io.realtime4j.sample.desk.BookingBook;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.carrier.SimulatedPhoneCall;
import io.realtime4j.simulator.carrier.TwilioCarrier;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.rest.SimulatedCall;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The desk is called by Twilio and by SIP.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "TWILIO_AUTH_TOKEN=" + PhoneDeskTests.TOKEN,
				"PUBLIC_URL=" + PhoneDeskTests.PUBLIC_URL, "OPENAI_WEBHOOK_SECRET=" + PhoneDeskTests.SECRET })
@ActiveProfiles({ "twilio", "sip" })
class PhoneDeskTests {

	static final String TOKEN = "12345";

	static final String PUBLIC_URL = "https://desk.example.com";

	static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration TURN = Duration.ofMillis(700);

	@LocalServerPort
	private int port;

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private BookingBook book;

	private TwilioCarrier twilio;

	@BeforeEach
	void bookATable() {
		this.twilio = new TwilioCarrier(desk(), URI.create(PUBLIC_URL), TOKEN);
		this.book.book("Ada", 4, LocalDate.now().plusDays(1).atTime(19, 0));
	}

	@AfterEach
	void reset() {
		this.twilio.close();
		this.simulator.reset();
		this.book.all().forEach((booking) -> this.book.cancel(booking.name()));
	}

	@Test
	void aCallerApprovesACancellationByKey() throws IOException {
		SimulatedPhoneCall call = callAndCancel();
		call.pressKey('1');
		Awaitility.await().atMost(PATIENCE).until(() -> this.book.all().isEmpty());
		call.pressKey('#');
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
	}

	@Test
	void aCallerKeepsABookingByKey() throws IOException {
		SimulatedPhoneCall call = callAndCancel();
		call.pressKey('2');
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(received("conversation.item.create")).contains("The caller keeps the booking"));
		assertThat(this.book.all()).hasSize(1);
	}

	private SimulatedPhoneCall callAndCancel() throws IOException {
		this.simulator.nextTranscript("Please cancel the booking for Ada.");
		SimulatedPhoneCall call = this.twilio.call("+14155550123", "+14155550199");
		assertThat(call.refusal()).isNull();
		call.awaitSilence(TURN, PATIENCE);
		Duration greeting = call.heardDuration();
		call.speak(WavFile.read(new ClassPathResource("audio/question.wav").getInputStream()));
		// The model asks for a key, and may be interrupted by it
		call.awaitHeard(greeting.plusMillis(500), PATIENCE);
		assertThat(this.book.all()).hasSize(1);
		return call;
	}

	@Test
	void aCallBySipIsTakenAndHungUpByKey() {
		int earlier = this.simulator.connections().size();
		this.simulator.sendWebhooks(URI.create(desk() + "/realtime/webhook"), SECRET);
		SimulatedCall call = this.simulator.ring();
		call.awaitState(SimulatedCall.State.ACTIVE, PATIENCE);
		assertThat(String.valueOf(call.session())).contains("The Corner Table", "You are on the telephone");
		SimulatorConnection attached = this.simulator.awaitConnection(earlier + 1, PATIENCE);
		assertThat(attached.awaitReceived("response.create", PATIENCE).toString()).contains("The Corner Table, hello.");
		call.pressKey('#');
		call.awaitState(SimulatedCall.State.ENDED, PATIENCE);
	}

	private String received(String type) {
		List<SimulatorConnection> all = this.simulator.connections();
		return all.get(all.size() - 1).received(type).toString();
	}

	private URI desk() {
		return URI.create("http://localhost:" + this.port);
	}

}
