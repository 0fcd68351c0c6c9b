package io.realtime4j.session;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.realtime4j.codec.Dialect;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.session.realtime.DefaultRealtimeClient;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.FrameTooLarge;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the ways in which sessions fail to open or end against their will.
 */
class SessionFailureTests {

	private final SessionFixture fixture = new SessionFixture();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void refusedSettingsEndTheSessionAndNameTheMember(boolean eventNamed) {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<RealtimeSession> opened = session.open();
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		String id = connection.expect("session.update").path("event_id").asString();
		connection.receive(Wire.error("unknown_parameter", "Unknown parameter: 'session.bogus'.", "session.bogus",
				eventNamed ? id : null));
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.closed();
		SettingsRefused cause = closedBy(session, SettingsRefused.class);
		assertThat(cause.error().param()).isEqualTo("session.bogus");
		assertThat(cause.message()).isEqualTo("The server refused the settings of the session (session.bogus):"
				+ " Unknown parameter: 'session.bogus'. (unknown_parameter)");
		assertThat(failure(opened)).isInstanceOfSatisfying(SessionClosedException.class,
				(ex) -> assertThat(ex.closeCause()).isEqualTo(cause));
	}

	@Test
	void refusedSettingsEndTheSessionThoughTheServerDoesNotClose() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive(Wire.sessionCreated(), Wire.error(null, "No.", "session.voice", null));
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(connection.calls()).containsExactly("close 1000", "abort");
		closedBy(session, SettingsRefused.class);
	}

	@Test
	void wrongKeyIsToldWithoutAnyPartOfIt() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive(Wire.error("invalid_api_key", "Incorrect API key provided: sk-CANAR***WXYZ.", null, null));
		connection.end(new Closed(3000, "invalid_request_error.invalid_api_key"));
		ConnectionEnded cause = closedBy(session, ConnectionEnded.class);
		assertThat(cause.end()).isEqualTo(new Closed(3000, "invalid_request_error.invalid_api_key"));
		assertThat(cause.error()).isNotNull();
		assertThat(cause.message()).contains("3000", "Incorrect API key (invalid_api_key). Check the API key");
		assertThat(cause.message() + cause + session + this.fixture.listener.messages() + failure(session.open()))
			.doesNotContain("CANAR")
			.doesNotContain("WXYZ");
	}

	@Test
	void removedBetaIsExplained() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive(
					Wire.error("beta_api_shape_disabled", "The Realtime Beta API is no longer supported.", null, null));
		connection.end(new Closed(4000, "invalid_request_error.beta_api_shape_disabled"));
		assertThat(closedBy(session, ConnectionEnded.class).message()).contains("4000", "use GA");
		assertThat(this.fixture.transport.attempts()).hasSize(1);
	}

	@Test
	void serverThatClosesByItselfRefusesMoreThanTheSettings() {
		RealtimeSession session = this.fixture.client()
			.open(SessionSpec.sideband("rtc_1").settings(SessionFixture.SETTINGS).build());
		ScriptedConnection connection = this.fixture.connection()
			.accept()
			.receive(Wire.error("invalid_api_key", "Incorrect API key provided: sk-1.", null, null));
		connection.end(new Closed(3000, "invalid_request_error.invalid_api_key"));
		assertThat(closedBy(session, ConnectionEnded.class).error()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "401, API key is missing or wrong", "403, may not use", "404, no realtime service",
			"429, rate limit or the quota", "302, not followed", "503, try again later", "418, does not take" })
	void refusedHandshakeSaysWhatToDo(int status, String advice) {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<RealtimeSession> opened = session.open();
		this.fixture.connection().end(new HandshakeRefused(status, Duration.ofSeconds(7)));
		ConnectionEnded cause = closedBy(session, ConnectionEnded.class);
		assertThat(cause.error()).isNull();
		assertThat(cause.message()).contains(String.valueOf(status), advice, "retry after 7 s");
		assertThat(failure(opened)).hasMessage(cause.message());
	}

	@Test
	void openTimeOutNamesTheHandshake() {
		RealtimeSession session = this.fixture.connecting();
		this.fixture.scheduler.advance(Duration.ofSeconds(20));
		assertThat(closedBy(session, OpenTimedOut.class).message())
			.isEqualTo("The session was not open within 20000 ms: still waiting for the WebSocket handshake");
		ScriptedConnection late = this.fixture.connection().accept();
		assertThat(late.calls()).containsExactly("abort");
		late.expectNothingMore();
	}

	@Test
	void openTimeOutNamesTheFirstEvent() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection().accept();
		this.fixture.scheduler.advance(Duration.ofSeconds(20));
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.closed();
		assertThat(closedBy(session, OpenTimedOut.class).awaited()).isEqualTo("session.created");
	}

	@Test
	void openTimeOutNamesTheAcknowledgement() {
		RealtimeSession session = this.fixture.connecting();
		this.fixture.connection().accept().receive(Wire.sessionCreated());
		this.fixture.scheduler.advance(Duration.ofSeconds(20));
		this.fixture.connection().closed();
		assertThat(closedBy(session, OpenTimedOut.class).awaited()).isEqualTo("session.updated");
	}

	@Test
	void openSessionDoesNotTimeOut() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.scheduler.advance(Duration.ofHours(1));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void errorAloneNeverEndsAnOpenSession() {
		RealtimeSession session = this.fixture.opened();
		for (String code : new String[] { "invalid_value", "unknown_parameter", "invalid_json", "invalid_event",
				"response_cancel_not_active", "input_audio_buffer_commit_empty", "item_delete_invalid_item_id" }) {
			this.fixture.connection().receive(Wire.error(code, "No.", null, null));
		}
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.listener.all(ErrorEvent.class)).hasSize(7);
		session.sendText("Still here?");
		this.fixture.connection().expect("conversation.item.create");
	}

	@Test
	void errorRightBeforeTheEndIsItsReason() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.error("session_expired", "Your session hit the maximum.", null, null));
		this.fixture.connection().end(new Closed(1001, "expired"));
		assertThat(closedBy(session, ConnectionEnded.class).message()).contains("1001", "session_expired");
	}

	@Test
	void errorThatOtherEventsFollowedIsNotTheReason() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.error("invalid_value", "No.", null, null), Wire.textDelta("a"));
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(closedBy(session, ConnectionEnded.class))
			.isEqualTo(new ConnectionEnded(new ConnectionLost("reset"), null));
	}

	@Test
	void everyEndOfTheConnectionEndsTheSessionWithIt() {
		for (ConnectionEnd end : new ConnectionEnd[] { new Closed(1011, "oops"), new ConnectionLost("reset"),
				new FrameTooLarge(10), new ConnectFailed("no such host"), new HandshakeRefused(500, null) }) {
			SessionFixture fresh = new SessionFixture();
			RealtimeSession session = fresh.opened();
			fresh.connection().end(end);
			assertThat(closedBy(session, ConnectionEnded.class).end()).isEqualTo(end);
		}
	}

	@Test
	void sendFailureAbortsTheConnectionAndEndsTheSession() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.failSends(new IOException("Broken pipe"));
		session.sendText("one");
		session.sendText("two");
		connection.expect("conversation.item.create");
		connection.expectNothingMore();
		assertThat(connection.calls()).containsExactly("abort");
		connection.end(new ConnectionLost("aborted"));
		assertThat(closedBy(session, ConnectionEnded.class).message()).contains("could not be sent", "IOException");
	}

	@Test
	void sendFailureEndsTheSessionThoughTheTransportDoesNotTell() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().throwOnSend(new IllegalStateException("Bearer " + SessionFixture.KEY));
		session.sendText("one");
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(closedBy(session, ConnectionEnded.class).message()).contains("IllegalStateException")
			.doesNotContain("CANARY");
	}

	@Test
	void closeFrameThatArrivesAfterASendFailureIsTheCause() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().failSends(new IOException("closed"));
		session.sendText("one");
		this.fixture.connection().end(new Closed(1001, "expired"));
		assertThat(closedBy(session, ConnectionEnded.class).end()).isEqualTo(new Closed(1001, "expired"));
	}

	@Test
	void transportThatThrowsEndsTheSession() {
		this.fixture.transport.onConnect((connection) -> {
			throw new IllegalArgumentException("invalid header value: Bearer " + SessionFixture.KEY);
		});
		RealtimeSession session = this.fixture.connecting();
		assertThat(closedBy(session, ConnectionEnded.class).message()).contains("IllegalArgumentException")
			.doesNotContain("CANARY");
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void headersThatCannotBeMadeEndTheSession() {
		RealtimeEndpoint endpoint = new RealtimeEndpoint(URI.create("https://api.example.com/v1"), Dialect.GA, () -> {
			throw new IllegalStateException("no token");
		}, false);
		RealtimeSession session = DefaultRealtimeClient.builder(this.fixture.transport, endpoint)
			.listenerExecutor(Runnable::run)
			.scheduler(this.fixture.scheduler)
			.reconnect(ReconnectPolicy.none())
			.build()
			.open(SessionSpec.of(SessionFixture.SETTINGS));
		assertThat(closedBy(session, ConnectionEnded.class).end()).isInstanceOf(ConnectFailed.class);
	}

	@Test
	void endedSessionRefusesCommandsWithItsCause() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.sendText("Hello"))
			.satisfies((ex) -> assertThat(ex.closeCause()).isEqualTo(session.closed().join()));
	}

	private static <T extends CloseCause> T closedBy(RealtimeSession session, Class<T> type) {
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(session.closed()).isCompleted();
		CloseCause cause = session.closed().join();
		assertThat(cause).isInstanceOf(type);
		return type.cast(cause);
	}

	static Throwable failure(CompletableFuture<?> future) {
		assertThat(future).isDone();
		return assertThatExceptionOfType(ExecutionException.class).isThrownBy(future::get).actual().getCause();
	}

}
