package io.realtime4j.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectFailed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeSession#close()}.
 */
class SessionCloseTests {

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void whatIsQueuedIsSentBeforeTheConnectionIsClosed() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		connection.holdSends();
		session.sendText("one");
		session.sendText("two");
		session.close();
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		connection.completeSend();
		assertThat(connection.calls()).isEmpty();
		connection.completeSend();
		connection.expect("conversation.item.create");
		connection.expect("conversation.item.create");
		assertThat(connection.calls()).containsExactly("close 1000");
		CompletableFuture<CloseCause> closed = session.closed();
		assertThat(closed).isNotDone();
		connection.closed();
		assertThat(closed).isCompletedWithValue(new ClosedByApplication());
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void idleSessionIsClosedAtOnce() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000");
	}

	@Test
	void closingTwiceIsClosingOnce() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		session.close();
		this.fixture.connection().closed();
		session.close();
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000");
		assertThat(this.fixture.listener.types()).endsWith("realtime4j.session.closing", "realtime4j.session.closed")
			.doesNotHaveDuplicates();
	}

	@Test
	void commandsAreRefusedWhileClosing() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.sendText("Hello"))
			.withMessage("The application closed the session");
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(session::respond);
	}

	@Test
	void unusedSessionNeedsNoConnection() {
		RealtimeSession session = this.fixture.client().create(SessionSpec.of(SessionFixture.SETTINGS));
		session.close();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(SessionFailureTests.failure(session.open())).isInstanceOf(SessionClosedException.class);
		assertThat(this.fixture.transport.attempts()).isEmpty();
		assertThat(this.fixture.listener.types()).containsExactly("realtime4j.session.closed");
	}

	@Test
	void handshakeThatCompletesAfterCloseIsClosed() {
		RealtimeSession session = this.fixture.connecting();
		CompletableFuture<RealtimeSession> opened = session.open();
		session.sendText("never");
		session.close();
		ScriptedConnection connection = this.fixture.connection().accept();
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.receive(Wire.sessionCreated());
		connection.closed();
		connection.expectNothingMore();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(SessionFailureTests.failure(opened)).isInstanceOf(SessionClosedException.class);
	}

	@Test
	void handshakeThatFailsAfterCloseIsNoCause() {
		RealtimeSession session = this.fixture.connecting();
		session.close();
		this.fixture.connection().end(new ConnectFailed("no such host"));
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	@Test
	void handshakeThatHangsAfterCloseIsGivenUp() {
		RealtimeSession session = this.fixture.connecting();
		session.close();
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		assertThat(this.fixture.connection().accept().calls()).containsExactly("abort");
	}

	@Test
	void sessionThatWaitsForItsSettingsIsClosedAtOnce() {
		RealtimeSession session = this.fixture.connecting();
		ScriptedConnection connection = this.fixture.connection().accept().receive(Wire.sessionCreated());
		session.close();
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.receive(Wire.sessionUpdated());
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		assertThat(this.fixture.listener.all(SessionOpened.class)).isEmpty();
	}

	@Test
	void serverThatDoesNotCloseIsCutOff() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		this.fixture.scheduler.advance(Duration.ofSeconds(4));
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000", "abort");
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
		this.fixture.connection().end(new Closed(1006, ""));
		assertThat(this.fixture.listener.all(SessionClosed.class)).hasSize(1);
	}

	@Test
	void serverThatDoesNotReadIsCutOff() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().holdSends();
		session.sendText("stuck");
		session.close();
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(this.fixture.connection().calls()).containsExactly("abort");
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	@Test
	void responseThatRunsIsCancelledAndItsEndDelivered() {
		RealtimeSession session = this.fixture.opened();
		ScriptedConnection connection = this.fixture.connection();
		CompletableFuture<ResponseDone> running = session.respond();
		CompletableFuture<ResponseDone> waiting = session.respond();
		JsonNode metadata = Wire.metadata(connection.expect("response.create"));
		session.close();
		connection.receive(Wire.responseCreated("resp_1", metadata));
		assertThat(connection.expect("response.cancel").path("response_id").asString()).isEqualTo("resp_1");
		assertThat(connection.calls()).isEmpty();
		connection.receive(Wire.responseDone("resp_1", "cancelled", metadata));
		assertThat(running).isCompleted();
		connection.expectNothingMore();
		assertThat(connection.calls()).containsExactly("close 1000");
		connection.closed();
		assertThat(SessionFailureTests.failure(waiting)).isInstanceOf(SessionClosedException.class);
	}

	@Test
	void serverThatDoesNotCancelIsClosedInAnOrderlyWayAllTheSame() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().receive(Wire.responseCreated("resp_1", null));
		session.close();
		this.fixture.connection().expect("response.cancel");
		this.fixture.scheduler.advance(Duration.ofMillis(2500));
		assertThat(this.fixture.connection().calls()).containsExactly("close 1000");
		this.fixture.scheduler.advance(Duration.ofMillis(2500));
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	@Test
	void schedulerThatIsShutDownStopsNothing() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.scheduler.shutdown();
		session.close();
		this.fixture.connection().closed();
		assertThat(session.closed()).isCompleted();
	}

}
