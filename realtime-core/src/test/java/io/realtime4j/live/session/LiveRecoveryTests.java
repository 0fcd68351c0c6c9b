package io.realtime4j.live.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.LiveUsage;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.session.InitialMessage;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.session.ConnectionEnded;
import io.realtime4j.session.ConnectionLostException;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for live sessions that go on with another session of the server, or end with it.
 */
class LiveRecoveryTests {

	private static final Duration UNTIL_HAND_OVER = Duration.ofMinutes(119);

	private static final String DELEGATED = "{\"type\":\"session.delegation.created\",\"delegation\":"
			+ "{\"id\":\"dlg_1\",\"target\":\"%s\"},\"offset_ms\":5}";

	private static final String NESTED = "{\"type\":\"response.event\",\"delegation_id\":\"dlg_1\",\"event\":%s}";

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	@Test
	void lostConnectionComesBackAsANewSessionWithTheWordsSoFar() {
		LiveSettings settings = LiveSessionFixture.SETTINGS.toBuilder()
			.input(List.of(InitialMessage.of(LiveRole.DEVELOPER, "The kitchen closes at ten.")))
			.build();
		LiveSession session = this.fixture.opened(LiveSpec.of(settings));
		ScriptedConnection connection = this.fixture.connection();
		CompletableFuture<?> instructed = session.instruct("Offer the fish.");
		connection.receive(LiveSessionFixture.transcript("input", " A table"),
				LiveSessionFixture.transcript("input", " for two?"),
				LiveSessionFixture.transcript("output", " By the window."),
				LiveSessionFixture.appended("instructions", null));
		assertThat(instructed).isCompleted();
		connection.end(new ConnectionLost("reset"));
		ScriptedConnection next = this.fixture.again();
		JsonNode start = next.expect("session.start");
		assertThat(start.at("/session/instructions").asString()).isEqualTo("You are the host.");
		assertThat(start.at("/session/input").valueStream().map(LiveRecoveryTests::line)).containsExactly(
				"developer: The kitchen closes at ten.", "user: A table for two?", "assistant: By the window.",
				"developer: Offer the fish.");
		next.receive(LiveSessionFixture.started());
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(session.words()).hasSize(4);
		assertThat(this.fixture.heard).last().isEqualTo(new SessionReconnected(4, Duration.ZERO));
	}

	@Test
	void settingsThatWereTakenAreThoseOfTheNewSession() {
		LiveSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		session.update(LiveSettings.builder().delegation(ClientDelegation.of()).build());
		connection.receive(LiveSessionFixture.updated(connection.expect("session.update").path("event_id").asString()));
		CompletableFuture<?> pending = session.update(LiveSettings.builder().delegationOff().build());
		connection.end(new ConnectionLost("reset"));
		ScriptedConnection next = this.fixture.again();
		assertThat(next.expect("session.start").at("/session/delegation/type").asString()).isEqualTo("client");
		next.receive(LiveSessionFixture.started());
		JsonNode said = next.expect("session.update");
		assertThat(said.at("/session/delegation").isNull()).isTrue();
		assertThat(pending).isNotDone();
		next.receive(LiveSessionFixture.updated(said.path("event_id").asString()));
		assertThat(pending).isCompleted();
	}

	@Test
	void wordsOfWhichNobodyKnowsWhetherTheyArrivedAreNotSaidTwice() {
		LiveSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.holdSends();
		CompletableFuture<?> lost = session.say("Good evening!");
		CompletableFuture<?> waiting = session.say("Welcome!");
		connection.end(new ConnectionLost("reset"));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(lost::join)
			.withCauseInstanceOf(ConnectionLostException.class);
		ScriptedConnection next = this.fixture.again().receive(LiveSessionFixture.started());
		next.expect("session.start");
		assertThat(next.expect("session.commentary.append").path("content").asString()).isEqualTo("Welcome!");
		next.expectNothingMore();
		next.receive(LiveSessionFixture.appended("commentary", null));
		assertThat(waiting).isCompleted();
	}

	@Test
	void whoIsMutedStaysSo() {
		LiveSession session = this.fixture.opened();
		session.mute();
		this.fixture.connection().expect("session.input_audio.mute");
		this.fixture.connection().end(new ConnectionLost("reset"));
		ScriptedConnection next = this.fixture.again().receive(LiveSessionFixture.started());
		next.expect("session.start");
		next.expect("session.input_audio.mute");
		session.unmute();
		next.expect("session.input_audio.unmute");
		next.end(new ConnectionLost("reset"));
		next = this.fixture.again().receive(LiveSessionFixture.started());
		next.expect("session.start");
		next.expectNothingMore();
	}

	@Test
	void useIsThatOfAllConnections() {
		LiveSession session = this.fixture.opened();
		assertThat(session.usage()).isEqualTo(new LiveUsage(0.0));
		this.fixture.connection().receive(LiveSessionFixture.used(30), LiveSessionFixture.used(61.5));
		assertThat(session.usage()).isEqualTo(new LiveUsage(61.5));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.again().receive(LiveSessionFixture.started(), LiveSessionFixture.used(5));
		assertThat(session.usage()).isEqualTo(new LiveUsage(66.5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "expired", "connection_lost" })
	void sessionThatTheServerEndedForItsOwnReasonsGoesOn(String reason) {
		LiveSession session = this.fixture.opened();
		this.fixture.connection().receive(LiveSessionFixture.closed(reason));
		assertThat(this.fixture.connection().calls()).containsExactly("abort");
		assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
		this.fixture.again().receive(LiveSessionFixture.started());
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		session.close();
		this.fixture.connection().expect("session.start");
		this.fixture.connection().expect("session.close");
	}

	@ParameterizedTest
	@ValueSource(strings = { "content", "remote_hangup", "close_requested", "new_reason" })
	void sessionThatTheServerEndedForGoodEnds(String reason) {
		LiveSession session = this.fixture.opened();
		CompletableFuture<?> said = session.say("Hello?");
		this.fixture.connection().receive(LiveSessionFixture.closed(reason));
		assertThat(session.closed()).isCompletedWithValueMatching(
				(cause) -> cause instanceof ConnectionEnded && cause.message().contains("session.closed (" + reason));
		assertThat(said).isCompletedExceptionally();
		assertThat(this.fixture.types()).endsWith("session.closed", "realtime4j.session.closed");
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "insufficient_quota", "account_deactivated", "billing_hard_limit_reached" })
	void errorThatNoConnectionHealsEndsTheSession(String code) {
		LiveSession session = this.fixture.opened();
		this.fixture.connection().receive(LiveSessionFixture.error(code, null));
		assertThat(session.closed()).isCompletedWithValueMatching((cause) -> cause.message().contains(code));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void otherErrorsAreReportedAndTheSessionGoesOn() {
		LiveSession session = this.fixture.opened();
		this.fixture.connection().receive(LiveSessionFixture.error("rate_limit_exceeded", null));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.types()).endsWith("error");
	}

	@Test
	void newSessionTakesOverBeforeTheLimitWhenNobodySpeaks() {
		LiveSession session = this.fixture.opened();
		ScriptedConnection old = this.fixture.connection();
		old.receive(LiveSessionFixture.transcript("input", "Bye."));
		this.fixture.scheduler.advance(UNTIL_HAND_OVER);
		old.receive(LiveSessionFixture.silence(Duration.ofMillis(1900)));
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		old.receive(LiveSessionFixture.silence(Duration.ofMillis(200)));
		assertThat(this.fixture.transport.attempts()).hasSize(2);
		ScriptedConnection next = this.fixture.connection().accept();
		assertThat(next.expect("session.start").at("/session/input").valueStream().map(LiveRecoveryTests::line))
			.containsExactly("user: Bye.");
		next.receive(LiveSessionFixture.started());
		assertThat(old.calls()).containsExactly("close 1000");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.types()).endsWith("realtime4j.session.reconnected");
	}

	@Test
	void wordsPutTheTakeOverOff() {
		this.fixture.opened();
		ScriptedConnection old = this.fixture.connection();
		this.fixture.scheduler.advance(UNTIL_HAND_OVER);
		old.receive(LiveSessionFixture.silence(Duration.ofSeconds(2)));
		ScriptedConnection next = this.fixture.connection().accept();
		old.receive(LiveSessionFixture.transcript("output", "One more thing:"));
		next.receive(LiveSessionFixture.started());
		assertThat(old.calls()).isEmpty();
		assertThat(next.calls()).containsExactly("close 1000");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client", "responses" })
	void delegatedWorkPutsTheTakeOverOff(String target) {
		LiveSession session = this.fixture.opened();
		ScriptedConnection old = this.fixture.connection();
		old.receive(DELEGATED.formatted(target));
		this.fixture.scheduler.advance(UNTIL_HAND_OVER);
		old.receive(LiveSessionFixture.silence(Duration.ofSeconds(5)));
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		if (target.equals("client")) {
			session.send(new io.realtime4j.live.event.client.SessionCommentaryAppend(null, "Table 7.", "dlg_1"));
			old.receive(LiveSessionFixture.appended("commentary", null));
		}
		else {
			old.receive(NESTED.formatted("{\"type\":\"response.created\",\"response\":{\"id\":\"r\"}}"),
					NESTED.formatted("{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"function_call\"}}"),
					NESTED.formatted("{\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}"),
					LiveSessionFixture.silence(Duration.ofSeconds(1)));
			assertThat(this.fixture.transport.attempts()).hasSize(1);
			old.receive(NESTED.formatted("{\"type\":\"response.created\",\"response\":{\"id\":\"r2\"}}"),
					NESTED.formatted("{\"type\":\"response.completed\",\"response\":{\"id\":\"r2\"}}"));
		}
		assertThat(this.fixture.transport.attempts()).hasSize(2);
	}

	private static String line(JsonNode message) {
		return message.path("role").asString() + ": " + message.at("/content/0/text").asString();
	}

}
