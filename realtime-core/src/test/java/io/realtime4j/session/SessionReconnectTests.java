package io.realtime4j.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.client.InputAudioBufferCommit;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.SessionUpdated;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions that lose their connection and go on with another.
 */
@ParameterizedClass
@MethodSource("io.realtime4j.session.ServerVoice#naming")
class SessionReconnectTests {

	@Parameter
	private ServerVoice voice;

	private static final ReconnectPolicy POLICY = new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1),
			Duration.ofSeconds(1), null);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

	private final SessionFixture fixture = new SessionFixture().reconnect(POLICY);

	@ParameterizedTest
	@MethodSource("endsThatMayPass")
	void endThatMayPassBringsAnotherConnection(ConnectionEnd end) {
		RealtimeSession session = opened();
		this.fixture.connection().end(end);
		assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
		SessionReconnecting event = this.fixture.listener.all(SessionReconnecting.class).get(0);
		assertThat(event.attempt()).isEqualTo(1);
		assertThat(event.cause()).isEqualTo(new ConnectionEnded(end, null));
		this.fixture.scheduler.advance(event.delay());
		reopen(1);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.types()).endsWith("realtime4j.session.reconnecting", "session.created",
				"session.updated", "realtime4j.session.reconnected");
	}

	static List<ConnectionEnd> endsThatMayPass() {
		return List.of(new ConnectionLost("reset"), new Closed(1001, ""), new Closed(1005, ""), new Closed(1006, ""),
				new Closed(1011, ""), new Closed(1012, ""), new Closed(1013, ""), new ConnectFailed("refused"),
				new HandshakeRefused(408, null), new HandshakeRefused(429, null), new HandshakeRefused(500, null),
				new HandshakeRefused(502, null), new HandshakeRefused(503, null), new HandshakeRefused(504, null));
	}

	@ParameterizedTest
	@MethodSource("endsThatDoNotPass")
	void endThatDoesNotPassEndsTheSessionAtOnce(ConnectionEnd end) {
		RealtimeSession session = opened();
		this.fixture.connection().end(end);
		assertThat(session.closed()).isCompletedWithValue(new ConnectionEnded(end, null));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	static List<ConnectionEnd> endsThatDoNotPass() {
		return List.of(new Closed(1000, ""), new Closed(1002, ""), new Closed(1003, ""), new Closed(1007, ""),
				new Closed(1008, ""), new Closed(1009, ""), new Closed(3000, ""), new Closed(4000, ""),
				new FrameTooLarge(1), new HandshakeRefused(400, null), new HandshakeRefused(401, null),
				new HandshakeRefused(403, null), new HandshakeRefused(404, null),
				new ConnectFailed("certificate", true));
	}

	@Test
	void errorRightBeforeTheEndIsPartOfTheCause() {
		RealtimeSession session = opened();
		this.fixture.connection()
			.receive(Wire.error("beta_api_shape_disabled", "The Realtime Beta API is no longer supported.", null, null))
			.end(new Closed(4000, "invalid_request_error.beta_api_shape_disabled"));
		assertThat(session.closed().join().message()).contains("4000", "use GA");
		assertThat(this.fixture.transport.attempts()).hasSize(1);
	}

	@Test
	void faultOfTheServiceWhileItTakesTheSettingsIsNoRefusal() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		String id = connection.expect("session.update").path("event_id").asString();
		connection
			.receive(Wire.error(null, "Please try again.", null, id).replace("invalid_request_error", "server_error"))
			.closed();
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		this.fixture.scheduler.advance(LONGEST_DELAY);
		reopen(1);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void attemptsAreBoundedAndTheLastCauseIsTheEnd() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		for (int i = 1; i <= 3; i++) {
			this.fixture.scheduler.advance(LONGEST_DELAY);
			this.fixture.transport.connection(i).end(new ConnectFailed("refused " + i));
		}
		assertThat(this.fixture.listener.all(SessionReconnecting.class)).extracting(SessionReconnecting::attempt)
			.containsExactly(1, 2, 3);
		assertThat(session.closed()).isCompletedWithValue(new ConnectionEnded(new ConnectFailed("refused 3"), null));
	}

	@Test
	void serverThatDropsEveryConnectionSoonIsNotAskedForEver() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new Closed(1011, ""));
		for (int i = 1; i <= 3; i++) {
			this.fixture.scheduler.advance(LONGEST_DELAY);
			reopen(i).end(new Closed(1011, ""));
		}
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void connectionThatLastedCountsAsNewBeginning() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new Closed(1011, ""));
		for (int i = 1; i <= 10; i++) {
			this.fixture.scheduler.advance(LONGEST_DELAY);
			ScriptedConnection connection = reopen(i);
			this.fixture.scheduler.advance(Duration.ofSeconds(10));
			connection.end(new Closed(1011, ""));
		}
		assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
		assertThat(this.fixture.listener.all(SessionReconnecting.class)).extracting(SessionReconnecting::attempt)
			.containsOnly(1);
	}

	@Test
	void serverThatAsksToWaitIsObeyed() {
		opened();
		this.fixture.connection().end(new HandshakeRefused(429, Duration.ofSeconds(30)));
		assertThat(this.fixture.listener.all(SessionReconnecting.class).get(0).delay())
			.isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
	}

	@Test
	void firstConnectionIsTriedAgainToo() {
		RealtimeSession session = this.fixture.connecting();
		this.fixture.connection().end(new HandshakeRefused(503, null));
		assertThat(session.state()).isEqualTo(SessionState.CONNECTING);
		this.fixture.scheduler.advance(LONGEST_DELAY);
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(session.open()).isCompleted();
		assertThat(this.fixture.listener.types()).endsWith("realtime4j.session.reconnecting", "session.created",
				"session.updated", "realtime4j.session.opened");
	}

	@Test
	void sessionThatShallFailFastDoesNotTryTheFirstConnectionAgain() {
		RealtimeSession session = this.fixture.client()
			.open(SessionSpec.builder(SessionFixture.SETTINGS).failFast(true).build());
		this.fixture.connection().end(new HandshakeRefused(503, null));
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void attemptThatHangsIsGivenUp() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection silent = this.fixture.transport.connection(1).accept();
		this.fixture.scheduler.advance(SessionFixture.TIMEOUTS.open());
		assertThat(silent.calls()).containsExactly("close 1000");
		silent.closed();
		assertThat(this.fixture.listener.all(SessionReconnecting.class)).last()
			.satisfies((event) -> assertThat(event.cause()).isInstanceOf(OpenTimedOut.class));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		reopen(2);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void closingWhileNoConnectionIsThereEndsAtOnce() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		session.close();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void lateWordsOfTheOldConnectionAreIgnored() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		reopen(1);
		this.fixture.transport.connection(0).receive(Wire.textDelta("late"));
		this.fixture.transport.connection(0).end(new Closed(3000, ""));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.types()).doesNotContain("response.output_text.delta");
	}

	@Test
	void settingsAreSaidAsTheServerTookThemLast() {
		RealtimeSession session = opened();
		ScriptedConnection connection = this.fixture.connection();
		session.update(RealtimeSessionSettings.builder().instructions("Be long.").build());
		session.update(RealtimeSessionSettings.builder().maxOutputTokens(MaxOutputTokens.of(10)).build());
		connection.receive(Wire.sessionUpdated("Be long."),
				Wire.error("invalid_value", "No.", "session.max_output_tokens", null));
		connection.end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated());
		JsonNode settings = next.expect("session.update").path("session");
		assertThat(settings.path("instructions").asString()).isEqualTo("Be long.");
		assertThat(settings.has("max_output_tokens")).isFalse();
		next.expectNothingMore();
	}

	@Test
	void changeThatTheServerDidNotAcknowledgeIsSaidAgain() {
		RealtimeSession session = opened();
		CompletableFuture<SessionUpdated> updated = session
			.update(RealtimeSessionSettings.builder().instructions("Be long.").build());
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = reopen(1);
		assertThat(next.expect("session.update").path("session").path("instructions").asString()).isEqualTo("Be long.");
		assertThat(updated).isNotDone();
		next.receive(Wire.sessionUpdated("Be long."));
		assertThat(updated).isCompleted();
	}

	@Test
	void conversationIsSaidAgainInOrderAndStaysAsItWas() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.userItem("item_1", "One"), Wire.userItem("item_2", "Two"));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated());
		next.expect("session.update");
		JsonNode first = next.expect("conversation.item.create");
		JsonNode second = next.expect("conversation.item.create");
		assertThat(first.path("item").path("id").asString()).isEqualTo("item_1");
		assertThat(second.path("item").path("content").path(0).path("text").asString()).isEqualTo("Two");
		next.receive(Wire.sessionUpdated(), Wire.itemAdded(first));
		assertThat(session.state()).isEqualTo(SessionState.RECONNECTING);
		next.receive(Wire.itemAdded(second));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(SessionReconnected.class))
			.containsExactly(new SessionReconnected(2, Duration.ZERO));
		assertThat(session.conversation().items()).extracting((item) -> item.id()).containsExactly("item_1", "item_2");
	}

	@Test
	void itemThatTheServerDoesNotTakeAgainIsLeftOut() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.userItem("item_1", "One"), Wire.userItem("item_2", "Two"));
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated());
		next.expect("session.update");
		JsonNode first = next.expect("conversation.item.create");
		JsonNode second = next.expect("conversation.item.create");
		next.receive(Wire.sessionUpdated(),
				Wire.error("invalid_value", "No.", "item.id", first.path("event_id").asString()),
				Wire.itemAdded(second));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(SessionReconnected.class)).extracting(SessionReconnected::restoredItems)
			.containsExactly(1);
	}

	@Test
	void itemThatTheServerDidNotAcknowledgeIsSentAgainOnce() {
		RealtimeSession session = this.fixture.opened();
		session.sendText("Taken");
		session.sendText("Lost");
		ScriptedConnection connection = this.fixture.connection();
		connection.receive(Wire.itemAdded(connection.expect("conversation.item.create")));
		connection.end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated());
		next.expect("session.update");
		JsonNode restored = next.expect("conversation.item.create");
		next.expectNothingMore();
		next.receive(Wire.sessionUpdated(), Wire.itemAdded(restored));
		assertThat(text(restored)).isEqualTo("Taken");
		assertThat(text(next.expect("conversation.item.create"))).isEqualTo("Lost");
		next.expectNothingMore();
	}

	@Test
	void commandsGivenMeanwhileWaitInOrder() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		session.sendText("one");
		CompletableFuture<ResponseDone> response = session.respond();
		session.sendText("two");
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = reopen(1);
		assertThat(text(next.expect("conversation.item.create"))).isEqualTo("one");
		JsonNode request = next.expect("response.create");
		assertThat(text(next.expect("conversation.item.create"))).isEqualTo("two");
		next.receive(Wire.responseCreated("resp_1", Wire.metadata(request)),
				Wire.responseDone("resp_1", Wire.metadata(request)));
		assertThat(response).isCompleted();
	}

	@Test
	void responseThatTheServerMayHaveBegunFailsAndOneThatItCannotHaveSeenIsAskedForAgain() {
		RealtimeSession session = opened();
		CompletableFuture<ResponseDone> begun = session.respond();
		CompletableFuture<ResponseDone> waiting = session.respond();
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(SessionFailureTests.failure(begun)).isInstanceOf(ConnectionLostException.class)
			.hasMessageContaining("reset");
		assertThat(waiting).isNotDone();
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = reopen(1);
		JsonNode request = next.expect("response.create");
		next.expectNothingMore();
		next.receive(Wire.responseCreated("resp_1", Wire.metadata(request)),
				Wire.responseDone("resp_1", Wire.metadata(request)));
		assertThat(waiting).isCompleted();
	}

	@Test
	void requestThatStillWaitedToBeSentIsSentOnce() {
		RealtimeSession session = opened();
		this.fixture.connection().holdSends();
		session.sendText("stuck");
		CompletableFuture<ResponseDone> response = session.respond();
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(response).isNotDone();
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = reopen(1);
		assertThat(text(next.expect("conversation.item.create"))).isEqualTo("stuck");
		next.expect("response.create");
		next.expectNothingMore();
	}

	@Test
	void onlyRecentAudioWaitsAndTheRestIsCounted() {
		RealtimeSession session = opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		for (int i = 0; i < 30; i++) {
			session.appendAudio(new byte[4800]);
		}
		session.send(InputAudioBufferCommit.of());
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection next = reopen(1);
		assertThat(next.types().stream().filter("input_audio_buffer.append"::equals)).hasSize(10);
		assertThat(next.types()).endsWith("input_audio_buffer.commit");
		assertThat(this.fixture.listener.all(SessionReconnected.class)).extracting(SessionReconnected::lostAudio)
			.containsExactly(Duration.ofSeconds(2));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void inboxThatIsFullKeepsTheNextConnectionFromReadingToo(boolean full) {
		QueuedExecutor executor = new QueuedExecutor();
		this.fixture.executor(executor).limits(new SessionLimits(full ? 5 : 100, 1_000_000, 10, 1_000_000)).opened();
		this.fixture.connection().receive(Wire.textDelta("a"), Wire.textDelta("b"), Wire.textDelta("c"));
		this.fixture.connection().end(new Closed(1006, ""));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		executor.runLast();
		reopen(1);
		assertThat(this.fixture.transport.connection(1).calls().contains("suspend")).isEqualTo(full);
	}

	private RealtimeSession opened() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.transport.voice(this.voice);
		return session;
	}

	private ScriptedConnection reopen(int index) {
		ScriptedConnection connection = this.fixture.transport.connection(index)
			.accept()
			.receive(Wire.sessionCreated(), Wire.sessionUpdated());
		connection.expect("session.update");
		return connection;
	}

	private static String text(JsonNode create) {
		return create.path("item").path("content").path(0).path("text").asString();
	}

}
