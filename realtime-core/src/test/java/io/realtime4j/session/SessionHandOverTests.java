package io.realtime4j.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the fresh connection that takes over before the server's limit of a session.
 */
class SessionHandOverTests {

	private static final ReconnectPolicy POLICY = new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1),
			Duration.ofSeconds(1), Duration.ofMinutes(1));

	private static final Instant LIMIT = ManualClock.START.plus(Duration.ofHours(1));

	private final SessionFixture fixture = new SessionFixture().reconnect(POLICY);

	private RealtimeSession session;

	private ScriptedConnection old;

	@BeforeEach
	void open() {
		this.session = this.fixture.connecting();
		this.old = this.fixture.connection().accept().receive(Wire.sessionCreated(LIMIT), Wire.sessionUpdated(LIMIT));
		this.old.expect("session.update");
		this.old.receive(Wire.userItem("item_1", "One"));
	}

	@Test
	void freshConnectionTakesOverBeforeTheLimitWithSettingsAndConversation() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59).minusSeconds(1));
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		takeOver(1);
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.old.calls()).containsExactly("close 1000");
		assertThat(this.fixture.listener.all(SessionReconnecting.class)).isEmpty();
		assertThat(this.fixture.listener.all(SessionReconnected.class))
			.containsExactly(new SessionReconnected(1, Duration.ZERO));
		this.old.closed();
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		this.session.sendText("Two");
		this.fixture.transport.connection(1).expect("conversation.item.create");
		this.old.expectNothingMore();
	}

	@Test
	void commandsGivenDuringTheHandOverGoToTheFreshConnectionOnce() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		this.session.sendText("Two");
		CompletableFuture<ResponseDone> response = this.session.respond();
		this.old.expectNothingMore();
		ScriptedConnection next = takeOver(1);
		next.expect("conversation.item.create");
		JsonNode request = next.expect("response.create");
		next.receive(Wire.responseCreated("resp_1", Wire.metadata(request)),
				Wire.responseDone("resp_1", Wire.metadata(request)));
		assertThat(response).isCompleted();
		this.old.expectNothingMore();
	}

	@Test
	void handOverWaitsForTheEndOfTheResponse() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59).minusSeconds(1));
		this.old.receive(Wire.responseCreated("resp_1", null));
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		this.old.receive(Wire.responseDone("resp_1", null));
		assertThat(this.fixture.transport.attempts()).hasSize(2);
	}

	@Test
	void handOverWaitsForTheEndOfATurn() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59).minusSeconds(1));
		this.old.receive(Wire.speechStarted());
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		this.old.receive(Wire.speechStopped());
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		this.old.receive(Wire.responseCreated("resp_1", null), Wire.responseDone("resp_1", null));
		assertThat(this.fixture.transport.attempts()).hasSize(2);
	}

	@Test
	void handOverWaitsForSpeechToBeCommitted() {
		this.old.receive(Wire.turnDetectionOff(LIMIT));
		this.session.appendAudio(new byte[4800]);
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		this.session.commitAudio();
		assertThat(this.fixture.transport.attempts()).hasSize(1);
		this.old.receive(Wire.audioCommitted());
		assertThat(this.fixture.transport.attempts()).hasSize(2);
	}

	@Test
	void turnThatBeginsDuringTheHandOverPutsItOff() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		ScriptedConnection early = this.fixture.transport.connection(1).accept();
		this.session.sendText("Two");
		this.old.receive(Wire.speechStarted());
		assertThat(early.calls()).containsExactly("close 1000");
		JsonNode create = this.old.expect("conversation.item.create");
		this.old.receive(Wire.itemAdded(create), Wire.speechStopped(), Wire.responseCreated("resp_1", null),
				Wire.textDelta("Yes"), Wire.responseDone("resp_1", null));
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).hasSize(1);
		assertThat(this.fixture.transport.attempts()).hasSize(3);
	}

	@Test
	void handOverThatFailsIsTriedAgainAndTheOldConnectionGoesOn() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		this.session.sendText("Two");
		this.fixture.transport.connection(1).end(new ConnectFailed("refused"));
		this.old.receive(Wire.itemAdded(this.old.expect("conversation.item.create")));
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.transport.attempts()).hasSize(2);
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(this.fixture.transport.attempts()).hasSize(3);
	}

	@Test
	void freshConnectionHasALimitOfItsOwn() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		takeOver(1);
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		assertThat(this.fixture.transport.attempts()).hasSize(3);
	}

	@Test
	void sessionThatTheServerEndsForItsAgeComesBack() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59).minusSeconds(1));
		this.old.receive(Wire.responseCreated("resp_1", null));
		this.fixture.scheduler.advance(Duration.ofSeconds(30));
		this.old.receive(Wire.error("session_expired", "Your session hit the maximum duration.", null, null));
		this.old.end(new Closed(1001, "Your session hit the maximum duration of 60 minutes."));
		assertThat(this.fixture.listener.all(SessionReconnecting.class)).singleElement()
			.satisfies((event) -> assertThat(event.cause().message()).contains("session_expired"));
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		takeOver(1);
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void closingEndsTheHandOver() {
		this.fixture.scheduler.advance(Duration.ofMinutes(59));
		ScriptedConnection next = this.fixture.transport.connection(1).accept();
		this.session.close();
		assertThat(next.calls()).containsExactly("close 1000");
		assertThat(this.old.calls()).containsExactly("close 1000");
		this.old.closed();
		assertThat(this.session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	private ScriptedConnection takeOver(int index) {
		Instant limit = ManualClock.START.plus(this.fixture.scheduler.elapsed()).plus(Duration.ofHours(1));
		ScriptedConnection next = this.fixture.transport.connection(index).accept().receive(Wire.sessionCreated(limit));
		next.expect("session.update");
		JsonNode restored = next.expect("conversation.item.create");
		assertThat(restored.path("item").path("id").asString()).isEqualTo("item_1");
		return next.receive(Wire.sessionUpdated(limit), Wire.itemAdded(restored));
	}

}
