package io.realtime4j.simulator.carrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.spring.phone.PhoneCall;
import io.realtime4j.spring.phone.PhoneCallEnd;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRecorded;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls from carriers that speak in live sessions.
 */
class LiveCarrierCallTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final String GREETING = "Good evening, this is the front desk.";

	/**
	 * The simulator hears at the pace of the caller.
	 */
	private static final List<String> LIVE = List.of("realtime.phone.family=live", "realtime.live.model=gpt-live-1",
			"realtime.simulator.pace=1");

	static Stream<Named<Function<String[], CarrierApplication<?>>>> carriers() {
		return Stream.of(Named.of("Twilio", CarrierApplication::twilio), Named.of("Telnyx", CarrierApplication::telnyx),
				Named.of("Vonage", CarrierApplication::vonage),
				Named.of("Asterisk", (properties) -> CarrierApplication.asterisk(8000, properties)),
				Named.of("Asterisk at 16 kHz", (properties) -> CarrierApplication.asterisk(16_000, properties)));
	}

	@ParameterizedTest
	@MethodSource("carriers")
	void callerIsGreetedHeardAndAnswered(Function<String[], CarrierApplication<?>> carrier) {
		try (CarrierApplication<?> application = start(carrier)) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			LiveSession session = session(application, call);
			awaitWords(session, LiveRole.ASSISTANT, GREETING);
			call.awaitHeard(Duration.ofMillis(500), PATIENCE);
			call.speak(CarrierCallTests.tone(1000)).join();
			awaitWords(session, LiveRole.USER, "seconds of speech");
			awaitAnswer(session);
			assertThat(CarrierCallTests.peak(call.heard())).isGreaterThan(1000);
			assertThat(call.violations()).isEmpty();
			call.hangUp();
			assertThat(application.await(PhoneCallEnded.class, call.callId()).end()).isEqualTo(PhoneCallEnd.REMOTE);
			assertThat(session.closed()).succeedsWithin(PATIENCE);
			assertThat(session.usage().seconds()).isPositive();
		}
	}

	@Test
	void nothingIsResampledThatTheServiceTakes() {
		try (CarrierApplication<?> twilio = start(CarrierApplication::twilio);
				CarrierApplication<?> asterisk = start((more) -> CarrierApplication.asterisk(16_000, more))) {
			assertThat(format(twilio)).isEqualTo("audio/pcmu 8000");
			assertThat(format(asterisk)).isEqualTo("audio/pcm 16000");
		}
	}

	private static String format(CarrierApplication<?> application) {
		SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
		session(application, call);
		Awaitility.await().atMost(PATIENCE).until(() -> !connections(application).isEmpty());
		var format = connections(application).get(0)
			.awaitReceived("session.start", PATIENCE)
			.at("/session/audio/format");
		call.hangUp();
		return format.path("type").asString() + " " + format.path("rate").asInt();
	}

	@Test
	void modelFallsSilentWhenTheCallerSpeaks() {
		try (CarrierApplication<?> application = start(CarrierApplication::twilio)) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			LiveSession session = session(application, call);
			awaitWords(session, LiveRole.ASSISTANT, GREETING);
			session.say("We have a table at six. ".repeat(20) + "That is all.");
			awaitWords(session, LiveRole.ASSISTANT, "table");
			call.speak(CarrierCallTests.tone(1000)).join();
			awaitWords(session, LiveRole.USER, "seconds of speech");
			assertThat(words(session, LiveRole.ASSISTANT)).noneMatch((text) -> text.contains("That is all."));
			call.hangUp();
		}
	}

	@Test
	void keysHangingUpAndTheEndOfTheSessionAreThoseOfOtherCalls() {
		try (CarrierApplication<?> application = start(CarrierApplication::twilio)) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			PhoneCall connected = application.await(PhoneCallStarted.class, call.callId()).call();
			assertThat(PhoneCall.of(connected.session(LiveSession.class))).isSameAs(connected);
			assertThatIllegalStateException().isThrownBy(connected::session)
				.withMessageContaining(RealtimeSession.class.getSimpleName());
			call.pressKey('#');
			assertThat(application.await(PhoneKeyPressed.class, call.callId()).key()).isEqualTo('#');
			assertThat(connected.hangUp()).succeedsWithin(PATIENCE).isEqualTo(PhoneCallEnd.HUNG_UP);
			SimulatedPhoneCall other = application.carrier().call("+14155550123", "+14155550199");
			session(application, other).close();
			assertThat(application.await(PhoneCallEnded.class, other.callId()).end())
				.isEqualTo(PhoneCallEnd.SESSION_ENDED);
			assertThat(other.awaitEnd(PATIENCE)).isEqualTo(1000);
		}
	}

	@Test
	void callGoesOnWhenTheModelIsLostAndIsNotGreetedAgain() {
		try (CarrierApplication<?> application = start(CarrierApplication::twilio)) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			LiveSession session = session(application, call);
			awaitWords(session, LiveRole.ASSISTANT, GREETING);
			connections(application).get(0).cut();
			Awaitility.await().atMost(PATIENCE).until(() -> connections(application).size() == 2);
			session.say("I am here again.");
			awaitWords(session, LiveRole.ASSISTANT, "I am here again.");
			assertThat(connections(application).get(1).received("session.commentary.append")).hasSize(1);
			assertThat(call.stream().closeCode()).isNull();
			call.hangUp();
		}
	}

	@Test
	void callInWhichNobodySpeaksEnds() {
		try (CarrierApplication<?> application = CarrierApplication
			.twilio(Stream.concat(LIVE.stream(), Stream.of("realtime.live.hang-up-after=1s")).toArray(String[]::new))) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			assertThat(application.await(PhoneCallEnded.class, call.callId()).end())
				.isEqualTo(PhoneCallEnd.SESSION_ENDED);
			assertThat(call.awaitEnd(PATIENCE)).isEqualTo(1000);
		}
	}

	@Test
	void callIsRecorded(@TempDir Path directory) throws IOException {
		try (CarrierApplication<?> application = start(CarrierApplication::twilio,
				"realtime.phone.recording.enabled=true", "realtime.phone.recording.directory=" + directory)) {
			SimulatedPhoneCall call = application.carrier().call("+14155550123", "+14155550199");
			awaitWords(session(application, call), LiveRole.ASSISTANT, GREETING);
			call.awaitHeard(Duration.ofMillis(1000), PATIENCE);
			call.hangUp();
			PhoneCallRecorded recorded = application.await(PhoneCallRecorded.class, call.callId());
			assertThat(recorded.duration()).isGreaterThan(Duration.ofMillis(800));
			byte[] wav = Files.readAllBytes(Path.of(recorded.location()));
			// The right side has the model
			boolean heard = false;
			for (int i = 46; i + 1 < wav.length; i += 4) {
				heard |= Math.abs((wav[i] & 0xFF) | (wav[i + 1] << 8)) > 1000;
			}
			assertThat(heard).isTrue();
		}
	}

	private static CarrierApplication<?> start(Function<String[], CarrierApplication<?>> carrier,
			String... properties) {
		Stream<String> greeting = Stream.of("realtime.live.greeting=" + GREETING);
		return carrier.apply(Stream.of(LIVE.stream(), greeting, Stream.of(properties))
			.flatMap(Function.identity())
			.toArray(String[]::new));
	}

	private static LiveSession session(CarrierApplication<?> application, SimulatedPhoneCall call) {
		assertThat(call.refusal()).isNull();
		return application.await(PhoneCallStarted.class, call.callId()).call().session(LiveSession.class);
	}

	private static List<SimulatorConnection> connections(CarrierApplication<?> application) {
		return application.simulator()
			.connections()
			.stream()
			.filter((connection) -> connection.handshake().path().endsWith("/live/sessions"))
			.toList();
	}

	private static List<String> words(LiveSession session, LiveRole role) {
		return session.turnsUntil(null)
			.stream()
			.filter((turn) -> turn.role().equals(role))
			.map(LiveTurn::text)
			.toList();
	}

	private static void awaitWords(LiveSession session, LiveRole role, String words) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(words(session, role)).anyMatch((text) -> text.contains(words)));
	}

	private static void awaitAnswer(LiveSession session) {
		Awaitility.await().atMost(PATIENCE).until(() -> {
			List<LiveRole> roles = session.turnsUntil(null).stream().map(LiveTurn::role).toList();
			return roles.lastIndexOf(LiveRole.ASSISTANT) > roles.indexOf(LiveRole.USER);
		});
	}

}
