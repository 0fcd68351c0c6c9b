package io.realtime4j.simulator.phone;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.realtime4j.audio.Pcm;
import io.realtime4j.live.event.server.TransportDtmfReceived;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.spring.phone.PhoneTransferException;
import io.realtime4j.spring.sip.IncomingCall;
import io.realtime4j.spring.sip.SipCall;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnd;
import io.realtime4j.spring.sip.SipCallEnded;
import io.realtime4j.spring.sip.SipCallRejected;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.webhook.LiveTransportIncoming;
import io.realtime4j.webhook.RealtimeCallIncoming;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for calls that come in by SIP and speak in live sessions.
 */
class LiveSipCallTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static PhoneApplication start(Class<?> phone, String... more) {
		return PhoneApplication.start(phone,
				Stream.concat(Stream.of("realtime.sip.family=live", "realtime.live.model=gpt-live-1",
						"realtime.live.instructions=You are the host.",
						"realtime.pricing.models.gpt-live-1.minute=0.05"), Stream.of(more))
					.toArray(String[]::new));
	}

	private static PhoneApplication answering(String... more) {
		return start(SipCallTests.NoPhone.class,
				Stream.concat(Stream.of("realtime.sip.answer=auto"), Stream.of(more)).toArray(String[]::new));
	}

	@Test
	void callIsAcceptedGreetedAndHeard() {
		try (PhoneApplication application = answering("realtime.live.greeting=Good morning.",
				"realtime.live.voice=marin")) {
			SimulatedCall call = application.connectedLive();
			assertThat(String.valueOf(call.session())).contains("\"type\":\"live\"", "You are the host.", "marin")
				.doesNotContain("format");
			LiveSession session = session(application);
			awaitTurn(session, "Good morning.");
			application.simulator().nextTranscript("Is it open?");
			application.simulator().nextResponse("Until ten.");
			call.speak(Pcm.of(24_000, Sounds.join(Sounds.tone(24_000, 1000), Sounds.silence(24_000, 500))));
			awaitTurn(session, "Is it open?");
			awaitTurn(session, "Until ten.");
			Awaitility.await().atMost(PATIENCE).until(() -> SessionUsage.of(session).totals().all().cost() != null);
			assertThat(application.sideband(call, 1).received("session.start")).isEmpty();
		}
	}

	@Test
	void webhookOfTheOtherFamilyIsAcknowledgedAndIgnored() {
		try (PhoneApplication application = answering()) {
			SimulatedCall call = application.connectedLive();
			assertThat(call.awaitDeliveries(1, PATIENCE)).containsExactly(204);
			assertThat(application.events().await(RealtimeCallIncoming.class).callId()).isEqualTo(call.id());
			assertThat(application.events().all(SipCallAccepted.class)).hasSize(1);
			assertThat(application.events().all(SipCallRejected.class)).isEmpty();
			assertThat(call.isLive()).isTrue();
		}
		try (PhoneApplication application = PhoneApplication.start(SipCallTests.NoPhone.class,
				"realtime.sip.answer=auto")) {
			SimulatedCall call = application.connected();
			assertThat(application.events().await(LiveTransportIncoming.class).sessionId()).isEqualTo(call.liveId());
			assertThat(application.events().all(SipCallAccepted.class)).hasSize(1);
			assertThat(call.isLive()).isFalse();
		}
	}

	@Test
	void toolsOfTheApplicationServeTheCall() {
		try (PhoneApplication application = answering("realtime.live.delegation.responses.model=gpt-5")) {
			application.simulator().nextResponse(ModelReply.builder().call("book_table", "{\"guests\":2}").build());
			application.simulator().nextResponse("It is booked.");
			SimulatedCall call = application.connectedLive();
			call.speak(Pcm.of(24_000, Sounds.join(Sounds.tone(24_000, 1000), Sounds.silence(24_000, 500))));
			assertThat(application.sideband(call, 1)
				.awaitReceived("response.item.create", PATIENCE)
				.at("/item/output")
				.asString()).contains("Booked for 2");
			awaitTurn(session(application), "It is booked.");
		}
	}

	@Test
	void listenerAcceptsWithSessionOfItsOwn() {
		try (PhoneApplication application = start(Receptionist.class)) {
			application.simulator().ring(Map.of("From", "<sip:+14155550123@example.com>", "X-Tenant", "north"));
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(accepted.callId()).startsWith("live_");
			assertThat(accepted.session(LiveSession.class).attributes()).containsEntry("tenant", "north");
			assertThatIllegalStateException().isThrownBy(accepted::session)
				.withMessageContaining(RealtimeSession.class.getSimpleName());
			assertThatIllegalStateException().isThrownBy(() -> {
				throw (RuntimeException) Receptionist.wrongFamily;
			}).withMessageContaining("acceptLive");
		}
	}

	@Test
	void keysAreEventsOfTheSession() {
		try (PhoneApplication application = answering()) {
			SimulatedCall call = application.connectedLive();
			awaitAttached(application);
			call.pressKey('#');
			assertThat(application.events().await(TransportDtmfReceived.class).event()).isEqualTo("#");
		}
	}

	@Test
	void callIsRejectedTransferredAndHungUp() {
		try (PhoneApplication application = start(SipCallTests.Closed.class)) {
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.REJECTED, PATIENCE);
			assertThat(call.rejectStatus()).isEqualTo(480);
		}
		try (PhoneApplication application = answering()) {
			SimulatedCall call = application.connectedLive();
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(SipTransferTests.refusal(accepted, "tel:+19005550199"))
				.isEqualTo(PhoneTransferException.Reason.NOT_ALLOWED);
			assertThat(accepted.refer(URI.create("tel:+14155550199"))).succeedsWithin(PATIENCE);
			assertThat(call.referredTo()).isEqualTo("tel:+14155550199");
			assertThat(application.events().await(SipCallEnded.class).end().reason())
				.isEqualTo(SipCallEnd.Reason.TRANSFERRED);
		}
		try (PhoneApplication application = answering()) {
			SimulatedCall call = application.connectedLive();
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(accepted.hangUp()).succeedsWithin(PATIENCE);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ENDED);
			assertThat(accepted.ended()).succeedsWithin(PATIENCE)
				.satisfies((end) -> assertThat(end.reason()).isEqualTo(SipCallEnd.Reason.HUNG_UP));
		}
	}

	@Test
	void callerHangsUp() {
		try (PhoneApplication application = answering()) {
			SimulatedCall call = application.connectedLive();
			awaitAttached(application);
			call.callerHangsUp();
			SipCallEnd end = application.events().await(SipCallEnded.class).end();
			assertThat(end.reason()).isEqualTo(SipCallEnd.Reason.REMOTE);
			assertThat(String.valueOf(end.cause())).contains("remote_hangup");
		}
	}

	@Test
	void sidebandThatDropsIsAttachedAgainAndDoesNotGreetAgain() {
		try (PhoneApplication application = answering("realtime.live.greeting=Good morning.")) {
			SimulatedCall call = application.connectedLive();
			SimulatorConnection first = application.sideband(call, 1);
			first.awaitReceived("session.commentary.append", PATIENCE);
			first.cut();
			SimulatorConnection second = application.sideband(call, 2);
			LiveSession session = session(application);
			Awaitility.await().atMost(PATIENCE).until(() -> session.say("Are you there?").isDone() || second.isOpen());
			assertThat(second.received("session.commentary.append"))
				.noneMatch((event) -> event.path("content").asString().contains("Good morning."));
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
		}
	}

	@Test
	void callInWhichNobodySpeaksIsHungUp() {
		try (PhoneApplication application = answering("realtime.live.hang-up-after=1s")) {
			SimulatedCall call = application.connectedLive();
			call.awaitState(SimulatedCall.State.ENDED, PATIENCE);
			assertThat(application.events().await(SipCallEnded.class).end().reason())
				.isEqualTo(SipCallEnd.Reason.SESSION_ENDED);
		}
	}

	private static LiveSession session(PhoneApplication application) {
		return application.events().await(SipCallAccepted.class).call().session(LiveSession.class);
	}

	// Who is not attached yet is not told of keys
	private static void awaitAttached(PhoneApplication application) {
		assertThat(session(application).instruct("Be brief.")).succeedsWithin(PATIENCE);
	}

	private static void awaitTurn(LiveSession session, String words) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(session.turnsUntil(null)).extracting(LiveTurn::text)
				.anyMatch((text) -> text.contains(words)));
	}

	static class Receptionist {

		private static volatile Throwable wrongFamily;

		@EventListener
		void on(IncomingCall call) {
			call.accept((spec) -> spec.attribute("tenant", "south")).whenComplete((accepted, ex) -> wrongFamily = ex);
			call.acceptLive((spec) -> spec.attribute("tenant", String.valueOf(call.claimedHeader("x-tenant"))));
		}

	}

}
