package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.realtime4j.audio.AudioSource;
import io.realtime4j.audio.Pcm;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.event.client.SessionClose;
import io.realtime4j.live.event.client.SessionStart;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionCommentaryAppended;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.event.server.SessionUpdated;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.ClosedByApplication;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionLimits;
import io.realtime4j.session.SessionState;
import io.realtime4j.session.SessionTimeouts;
import io.realtime4j.session.SettingsRefused;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LiveSession} on one connection.
 */
class LiveSessionTests {

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	@Test
	void sessionIsStartedByItsFirstMessage() {
		LiveSession session = this.fixture.client.open(LiveSpec.of(LiveSessionFixture.SETTINGS));
		session.appendAudio(new byte[480]);
		assertThat(this.fixture.transport.attempt(0).uri()).hasToString("wss://api.example.com/v1/live/sessions");
		assertThat(this.fixture.transport.attempt(0).credentialsGiven()).isTrue();
		ScriptedConnection connection = this.fixture.connection().accept();
		JsonNode start = connection.expect("session.start");
		assertThat(start.at("/session/model").asString()).isEqualTo("gpt-live-1");
		assertThat(start.at("/session/audio/format/rate").asInt()).isEqualTo(24000);
		assertThat(start.path("session").has("input")).isFalse();
		connection.expectNothingMore();
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		connection.receive(LiveSessionFixture.started());
		assertThat(session.open()).isCompletedWithValue(session);
		assertThat(session.settings()).extracting(LiveSettings::id).isEqualTo("live_1");
		connection.expect("session.input_audio.append");
		assertThat(this.fixture.types()).containsExactly("realtime4j.session.connecting", "session.started",
				"realtime4j.session.opened");
	}

	@Test
	void modelIsAskedToGreetOnce() {
		this.fixture.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS).greeting("Good evening.").build())
			.appendAudio(new byte[480]);
		ScriptedConnection connection = this.fixture.connection();
		JsonNode greeting = connection.expect("session.commentary.append");
		assertThat(greeting.path("content").asString()).isEqualTo("Good evening.");
		assertThat(greeting.has("delegation_id")).isTrue();
		connection.expect("session.input_audio.append");
		connection.receive(LiveSessionFixture.appended("commentary", greeting.path("event_id").asString()))
			.end(new ConnectionLost("reset"));
		ScriptedConnection again = this.fixture.again();
		again.receive(LiveSessionFixture.started());
		assertThat(again.types()).containsExactly("session.start");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LiveSpec.builder(LiveSessionFixture.SETTINGS).greeting(" ").build());
	}

	@Test
	void soundGoesInAndComesOut() {
		LiveSession session = this.fixture.opened();
		List<Pcm> speech = new ArrayList<>();
		session.onSpeech(speech::add);
		CompletableFuture<Void> heard = session.hear(AudioSource.of(Pcm.of(8000, new byte[16_000])));
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		assertThat(heard).isCompleted();
		assertThat(this.fixture.connection().types()).contains("session.input_audio.append");
		this.fixture.connection().skip();
		this.fixture.connection().receive("{\"type\":\"session.output_audio.delta\",\"delta\":\"AAAA\"}");
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[2]));
	}

	@Test
	void halfASampleWaitsForTheNextPiece() {
		LiveSession session = this.fixture.opened();
		List<Pcm> speech = new ArrayList<>();
		session.onSpeech(speech::add);
		this.fixture.connection().skip();
		session.appendAudio(new byte[] { 1 });
		this.fixture.connection().expectNothingMore();
		session.appendAudio(new byte[] { 2, 3 });
		assertThat(this.fixture.connection().expect("session.input_audio.append").path("audio").asString())
			.isEqualTo("AQI=");
		this.fixture.connection()
			.receive("{\"type\":\"session.output_audio.delta\",\"delta\":\"AQID\"}",
					"{\"type\":\"session.output_audio.delta\",\"delta\":\"BA==\"}");
		assertThat(speech).containsExactly(Pcm.of(24_000, new byte[] { 1, 2 }), Pcm.of(24_000, new byte[] { 3, 4 }));
	}

	@Test
	void refusedSettingsEndTheSession() {
		LiveSession session = this.fixture.client.open(LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.connection().accept().receive(LiveSessionFixture.error("invalid_value", null)).closed();
		assertThat(session.closed().join()).isInstanceOf(SettingsRefused.class);
	}

	@Test
	void whatIsSaidToTheModelIsAcknowledgedByName() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<SessionCommentaryAppended> first = session.say("Good evening!");
		CompletableFuture<SessionCommentaryAppended> second = session.say("Welcome!");
		ScriptedConnection connection = this.fixture.connection();
		JsonNode said = connection.expect("session.commentary.append");
		assertThat(said.path("content").asString()).isEqualTo("Good evening!");
		assertThat(said.has("delegation_id")).isTrue();
		String id = connection.expect("session.commentary.append").path("event_id").asString();
		connection.receive(LiveSessionFixture.appended("commentary", id));
		assertThat(second).isCompletedWithValueMatching((answer) -> answer.startMs() == 10);
		assertThat(first).isNotDone();
	}

	@Test
	void acknowledgementThatNamesNothingIsOfTheOldestOfItsKind() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> thought = session.think("The duck is sold out.");
		CompletableFuture<?> instructed = session.instruct("Offer the fish.");
		CompletableFuture<?> later = session.instruct("And the soup.");
		this.fixture.connection().receive(LiveSessionFixture.appended("instructions", null));
		assertThat(instructed).isCompleted();
		assertThat(thought).isNotDone();
		assertThat(later).isNotDone();
	}

	@Test
	void refusalFailsWhatItNamesAlone() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> refused = session.say("Too long.");
		CompletableFuture<?> other = session.say("Short.");
		ScriptedConnection connection = this.fixture.connection();
		String id = connection.expect("session.commentary.append").path("event_id").asString();
		connection.receive(LiveSessionFixture.error("invalid_value", id));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(refused::join)
			.withCauseInstanceOf(RealtimeErrorException.class);
		assertThat(other).isNotDone();
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void errorThatNamesNothingRefusesTheOnlyRequest() {
		CompletableFuture<?> refused = this.fixture.opened().say("Hello.");
		this.fixture.connection().receive(LiveSessionFixture.error("invalid_value", null));
		assertThat(refused).isCompletedExceptionally();
	}

	@Test
	void requestThatIsNotAcknowledgedFailsAndTheSessionGoesOn() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> said = session.say("Hello.");
		CompletableFuture<SessionUpdated> update = session.update(LiveSettings.builder().delegationOff().build());
		this.fixture.scheduler.advance(SessionTimeouts.defaults().acknowledgement());
		for (CompletableFuture<?> future : List.of(said, update)) {
			assertThatExceptionOfType(CompletionException.class).isThrownBy(future::join)
				.withCauseInstanceOf(AnswerTimeoutException.class);
		}
		assertThat(this.fixture.types()).endsWith("realtime4j.session.answer_timed_out",
				"realtime4j.session.answer_timed_out");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.scheduler.pending()).isEqualTo(1);
	}

	@Test
	void updateSaysWhatCanChangeOnly() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<SessionUpdated> update = session
			.update(LiveSessionFixture.SETTINGS.toBuilder().delegation(ClientDelegation.of()).build());
		JsonNode sent = this.fixture.connection().expect("session.update");
		assertThat(sent.path("session").propertyNames()).containsExactly("delegation");
		this.fixture.connection().receive(LiveSessionFixture.updated(sent.path("event_id").asString()));
		assertThat(update).isCompleted();
	}

	@Test
	void closingSaysSoAndTakesWhatIsStillSaid() {
		LiveSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		CompletableFuture<?> said = session.say("Goodbye!");
		session.close();
		connection.expect("session.commentary.append");
		connection.expect("session.close");
		assertThat(connection.calls()).isEmpty();
		connection.receive(LiveSessionFixture.appended("commentary", null),
				LiveSessionFixture.transcript("output", "Goodbye!"));
		assertThat(said).isCompleted();
		assertThat(connection.calls()).isEmpty();
		connection.receive(LiveSessionFixture.closed("close_requested"));
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.closed();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(session.usage()).isEqualTo(new LiveUsage(70.0));
		assertThat(this.fixture.types()).endsWith("realtime4j.session.closing", "session.commentary.appended",
				"session.output_transcript.delta", "session.closed", "realtime4j.session.closed");
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void eventThatEndsTheSessionClosesIt() {
		LiveSession session = this.fixture.opened();
		session.send(SessionClose.of());
		this.fixture.connection().expect("session.close");
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.say("Hello?"));
	}

	@Test
	void serverThatNeverSaysClosedIsLeft() {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> said = session.say("Goodbye!");
		session.close();
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000", "abort");
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(said).isCompletedExceptionally();
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void sessionIsStartedByNobodyElse() {
		LiveSession session = this.fixture.opened();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> session.send(SessionStart.of(LiveSessionFixture.SETTINGS)));
		assertThatIllegalArgumentException().isThrownBy(() -> LiveSpec.of(LiveSettings.builder().build()));
	}

	@Test
	void eventOfAnotherFamilyIsUnknown() {
		this.fixture.opened();
		this.fixture.connection().receive("{\"type\":\"response.done\",\"event_id\":\"e\",\"response\":{}}");
		assertThat(this.fixture.heard).last().isInstanceOf(UnknownLiveServerEvent.class);
	}

	@Test
	void clientKnowsAndClosesItsSessions() {
		LiveSession session = this.fixture.opened();
		assertThat(this.fixture.client.sessions()).containsExactly(session);
		this.fixture.client.close();
		this.fixture.connection().receive(LiveSessionFixture.closed("close_requested")).closed();
		assertThat(this.fixture.client.sessions()).isEmpty();
	}

	@Test
	void sessionBeginsFromTheDefaultOfItsClient() {
		LiveClient client = new DefaultLiveClient(this.fixture.environment(), List.of(), List.of(),
				() -> LiveSpec.builder(LiveSessionFixture.SETTINGS).attribute("desk", 1).build());
		LiveSession session = client.open((spec) -> spec.settings((settings) -> settings.instructions("Be brief."))
			.attribute("user", "u1")
			.feature(CharSequence.class, "a part"));
		assertThat(this.fixture.connection().accept().expect("session.start").at("/session/instructions").asString())
			.isEqualTo("Be brief.");
		assertThat(session.attributes()).containsOnlyKeys("desk", "user");
		assertThat(session.feature(CharSequence.class)).isEqualTo("a part");
		assertThat(client.create((spec) -> spec.attribute("call", 7)).attributes()).containsOnlyKeys("desk", "call");
		assertThat(client.open().attributes()).containsOnlyKeys("desk");
		assertThat(client.create().attributes()).containsOnlyKeys("desk");
		assertThat(client.create().state()).isEqualTo(SessionState.NEW);
		assertThat(client.defaultSpec().settings()).isEqualTo(LiveSessionFixture.SETTINGS);
	}

	@Test
	void clientWithoutDefaultSaysWhatToDo() {
		assertThatIllegalStateException().isThrownBy(this.fixture.client::open).withMessageContaining("'defaultSpec'");
		assertThatIllegalStateException().isThrownBy(() -> this.fixture.client.create((spec) -> {
		}));
	}

	@Test
	void listenersOfOneSessionHearTheirType() {
		List<String> own = new ArrayList<>();
		LiveSession session = this.fixture.client.open(LiveSpec.builder(LiveSessionFixture.SETTINGS)
			.on(RealtimeMessage.class, (event) -> own.add("bound " + event.type()))
			.build());
		Runnable end = session.on(SessionStarted.class, (event) -> own.add("later " + event.type()));
		this.fixture.connection().accept().receive(LiveSessionFixture.started());
		end.run();
		this.fixture.connection().receive(LiveSessionFixture.started());
		assertThat(own).containsExactly("bound realtime4j.session.connecting", "bound session.started",
				"later session.started", "bound realtime4j.session.opened", "bound session.started");
	}

	@Test
	void sessionHasInterceptorsAndLimitsOfItsOwn() {
		List<LiveServerEvent> seen = new ArrayList<>();
		LiveSession session = this.fixture
			.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS).interceptor((owner) -> new LiveInterceptor() {

				@Override
				public void onEvent(LiveServerEvent event) {
					seen.add(event);
				}

			}).limits(new SessionLimits(10, 1000, 2, 1_000_000)).build());
		assertThat(seen).hasSize(1);
		session.close();
		LiveSession waiting = this.fixture.client.open(LiveSpec.builder(LiveSessionFixture.SETTINGS)
			.limits(new SessionLimits(10, 1000, 2, 1_000_000))
			.build());
		waiting.mute();
		waiting.unmute();
		assertThatExceptionOfType(OutboxFullException.class).isThrownBy(waiting::mute);
	}

}
