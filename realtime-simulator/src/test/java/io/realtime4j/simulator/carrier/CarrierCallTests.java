package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.audio.Pcm;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionState;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import io.realtime4j.spring.phone.PhoneTransferException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls from a carrier, from the webhook to their end: the same for all of
 * them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CarrierCallTests {

	private static final Duration PATIENCE = CarrierApplication.PATIENCE;

	/**
	 * Limits of pages, which are not those of calls.
	 */
	static final String[] PAGES_HAVE_ONE_SESSION = { "realtime.bridge.enabled=true",
			"realtime.bridge.max-sessions-per-address=1" };

	private static final String FROM = "+14155550123";

	private static final String TO = "+14155550199";

	private CarrierApplication<?> application;

	abstract CarrierApplication<?> startApplication();

	/**
	 * Return the format in which sessions speak.
	 */
	String sessionFormat() {
		return "audio/pcmu";
	}

	/**
	 * Return how often the carrier is told to drop its queue when the caller interrupts.
	 */
	int clears() {
		return 1;
	}

	/**
	 * Require that the caller has heard what the model thinks was heard.
	 */
	void awaitHeard(SimulatedPhoneCall call, long millis) {
		assertThat(call.heardDuration().toMillis()).isGreaterThanOrEqualTo(millis);
	}

	@BeforeAll
	void start() {
		this.application = startApplication();
	}

	@AfterEach
	void reset() {
		this.application.simulator().reset();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void callerSpeaksAndHearsTheAnswer() {
		this.application.simulator().nextResponse("Good evening, this is the front desk.");
		SimulatedPhoneCall call = call();
		call.speak(tone(400)).join();
		Awaitility.await().atMost(PATIENCE).until(() -> peak(call.heard()) > 1000);
		assertThat(call.violations()).isEmpty();
		JsonNode audio = connection(call).awaitReceived("session.update", PATIENCE).path("session").path("audio");
		assertThat(audio.path("input").path("format").path("type").asString("")).isEqualTo(sessionFormat());
		assertThat(audio.path("output").path("format").path("type").asString("")).isEqualTo(sessionFormat());
		call.hangUp();
	}

	@Test
	void callerWhoAsksHearsTheWholeAnswer() {
		this.application.simulator().nextResponse("Good evening, this is the front desk.");
		SimulatedPhoneCall call = call();
		call.ask(tone(400), PATIENCE);
		Awaitility.await().atMost(PATIENCE).until(() -> peak(call.heard()) > 1000);
		call.hangUp();
		assertThatIllegalStateException().isThrownBy(() -> call.ask(tone(400), Duration.ofMillis(50)))
			.withMessageContaining("the call has ended");
	}

	@Test
	void callerInterruptsAndTheModelKnowsWhatWasHeard() {
		SimulatedPhoneCall call = call();
		SimulatorConnection connection = connection(call);
		answer(call,
				ModelReply.builder()
					.text("We have a table at six, at seven, at eight and at nine, by the window or near the"
							+ " kitchen, and outside there is another one for you if it does not rain tonight."));
		Awaitility.await().atMost(PATIENCE).until(() -> call.heardDuration().toMillis() >= 300);
		call.speak(tone(400));
		call.awaitCleared(clears(), PATIENCE);
		JsonNode truncated = connection.awaitReceived("conversation.item.truncate", PATIENCE);
		long known = truncated.path("audio_end_ms").asLong();
		assertThat(known).isPositive();
		awaitHeard(call, known);
		assertThat(call.stream().received("clear")).hasSize(clears());
		call.hangUp();
	}

	@Test
	void callerWhoHangsUpEndsTheSession() {
		SimulatedPhoneCall call = call();
		PhoneCall connected = connected(call);
		call.hangUp();
		assertThat(this.application.await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
		assertThat(connected.session().closed()).succeedsWithin(PATIENCE);
	}

	@Test
	void applicationHangsUp() {
		SimulatedPhoneCall call = call();
		assertThat(connected(call).hangUp()).succeedsWithin(PATIENCE).isEqualTo(PhoneCallEnd.HUNG_UP);
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
	}

	@Test
	void sessionThatIsClosedEndsTheCall() {
		SimulatedPhoneCall call = call();
		connected(call).session().close();
		assertThat(this.application.await(PhoneCallEnded.class, call.callId()).end())
			.isEqualTo(PhoneCallEnd.SESSION_ENDED);
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
	}

	@Test
	void keysAreEvents() {
		SimulatedPhoneCall call = call();
		call.pressKey('#');
		PhoneKeyPressed pressed = this.application.await(PhoneKeyPressed.class, call.callId());
		assertThat(pressed.key()).isEqualTo('#');
		assertThat(pressed.toString()).doesNotContain("#");
		call.hangUp();
	}

	@Test
	void customizerKnowsWhoCallsWhom() {
		SimulatedPhoneCall one = call();
		SimulatedPhoneCall other = this.application.carrier().call(FROM, "+14155550100");
		assertThat(connected(one).session().attributes()).containsEntry("to", TO);
		assertThat(connected(other).session().attributes()).containsEntry("to", "+14155550100");
		assertThat(connected(one).caller().claimedFrom()).isEqualTo(FROM);
		assertThat(connected(one).toString()).doesNotContain(FROM);
		assertThat(PhoneCall.of(connected(one).session())).isSameAs(connected(one));
		one.hangUp();
		other.hangUp();
	}

	@Test
	void callsAreNotCountedByTheAddressOfTheirCarrier() {
		SimulatedPhoneCall one = call();
		SimulatedPhoneCall other = this.application.carrier().call("+14155550124", TO);
		assertThat(connected(other).session()).isNotSameAs(connected(one).session());
		one.hangUp();
		other.hangUp();
	}

	@Test
	void callWhoseSessionCannotBeMadeIsRefused() {
		SimulatedPhoneCall call = this.application.carrier().call("+666", TO);
		// Some carriers end the stream themselves when they are told to hang up
		assertThat(call.awaitEnd(PATIENCE)).isIn(1011, 1000);
		assertThat(this.application.await(PhoneCallRefused.class, call.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.FAILED);
	}

	@Test
	void callWhoseTenantHasUsedUpItsBudgetIsRefused() {
		SimulatedPhoneCall call = this.application.carrier().call("+402", TO);
		assertThat(call.awaitEnd(PATIENCE)).isIn(1008, 1000);
		assertThat(this.application.await(PhoneCallRefused.class, call.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUDGET);
	}

	@Test
	void callGoesOnWhenTheModelIsLost() {
		SimulatedPhoneCall call = call();
		RealtimeSession session = connected(call).session();
		SimulatorConnection lost = connection(call);
		lost.cut();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> session.state() == SessionState.OPEN && !connection(call).equals(lost));
		this.application.simulator().nextResponse("I am here again.");
		session.respond();
		call.awaitAudio(5, PATIENCE);
		assertThat(call.stream().closeCode()).isNull();
		call.hangUp();
	}

	@Test
	void callerIsPutThroughWhenWhatWasSaidIsHeard() {
		SimulatedPhoneCall call = call();
		answer(call,
				ModelReply.builder()
					.audio("One moment, please.", Sounds.tone(24_000, 1500))
					.call("put_through", "{\"number\":\"+1-415-555-0142\"}"));
		assertThat(call.awaitTransfer(PATIENCE)).isEqualTo("+14155550142");
		assertThat(call.heardDuration().toMillis()).isGreaterThanOrEqualTo(1300);
		assertThat(this.application.await(PhoneCallEnded.class, call.callId()).end())
			.isEqualTo(PhoneCallEnd.TRANSFERRED);
		assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
		assertThat(connected(call).session().closed()).succeedsWithin(PATIENCE);
		assertThat(reasonOfTransfer(call)).isEqualTo(PhoneTransferException.Reason.CALL_ENDED);
	}

	@Test
	void numberThatIsNotAllowedIsNotCalled() {
		SimulatedPhoneCall call = call();
		SimulatorConnection connection = connection(call);
		answer(call, ModelReply.builder().call("put_through", "{\"number\":\"+19005550142\"}"));
		JsonNode output = connection.awaitReceived("conversation.item.create", PATIENCE).path("item").path("output");
		assertThat(output.asString("")).contains(PhoneTransferException.Reason.NOT_ALLOWED.name());
		assertThat(call.stream().closeCode()).isNull();
		call.hangUp();
	}

	// Without a word of the caller, who could interrupt it
	final CompletableFuture<?> answer(SimulatedPhoneCall call, ModelReply.Builder reply) {
		connection(call);
		this.application.simulator().nextResponse(reply.build());
		return connected(call).session().respond();
	}

	@Test
	void callThatIsOverIsNotTransferred() {
		SimulatedPhoneCall call = call();
		call.hangUp();
		this.application.await(PhoneCallEnded.class, call.callId());
		assertThat(reasonOfTransfer(call)).isEqualTo(PhoneTransferException.Reason.CALL_ENDED);
	}

	@Test
	void silenceReplacesWhatIsLost() {
		this.application.simulator().nextResponse("I heard you.");
		SimulatedPhoneCall call = call();
		call.speak(tone(400)).join();
		call.loseFrames(Integer.MAX_VALUE);
		call.awaitAudio(5, PATIENCE);
		call.hangUp();
	}

	@Test
	void applicationThatStopsHangsUp() {
		try (CarrierApplication<?> stopping = startApplication()) {
			SimulatedPhoneCall call = stopping.carrier().call(FROM, TO);
			stopping.await(PhoneCallStarted.class, call.callId());
			stopping.stop();
			assertThat(call.awaitEnd(PATIENCE)).isIn(1000, 1001);
		}
	}

	final CarrierApplication<?> application() {
		return this.application;
	}

	final SimulatedPhoneCall call() {
		SimulatedPhoneCall call = this.application.carrier().call(FROM, TO);
		assertThat(call.refusal()).isNull();
		this.application.await(PhoneCallStarted.class, call.callId());
		return call;
	}

	final PhoneCall connected(SimulatedPhoneCall call) {
		return this.application.await(PhoneCallStarted.class, call.callId()).call();
	}

	final CompletableFuture<?> transfer(SimulatedPhoneCall call) {
		return connected(call).transfer(URI.create("tel:+14155550142"));
	}

	/**
	 * Return why a call cannot be transferred.
	 */
	final PhoneTransferException.Reason reasonOfTransfer(SimulatedPhoneCall call) {
		return CarrierApplication.reason(transfer(call));
	}

	private SimulatorConnection connection(SimulatedPhoneCall call) {
		RealtimeSession session = connected(call).session();
		Awaitility.await().atMost(PATIENCE).until(() -> session.state() == SessionState.OPEN);
		List<SimulatorConnection> all = this.application.simulator().connections();
		return all.get(all.size() - 1);
	}

	// Speech begins softly, and what is not speech is silence
	static int peak(Pcm heard) {
		byte[] pcm16 = heard.audio().bytes();
		int peak = 0;
		for (int i = 0; i + 1 < pcm16.length; i += 2) {
			peak = Math.max(peak, Math.abs((pcm16[i] & 0xFF) | (pcm16[i + 1] << 8)));
		}
		return peak;
	}

	static Pcm tone(int millis) {
		return Pcm.of(8000, Sounds.tone(8000, millis));
	}

}
