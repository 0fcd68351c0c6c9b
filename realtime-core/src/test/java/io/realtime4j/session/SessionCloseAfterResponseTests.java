package io.realtime4j.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RealtimeSession#closeAfterResponse}.
 */
class SessionCloseAfterResponseTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void responseThatRunsMayFinish() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<ResponseDone> running = session.respond();
		JsonNode metadata = Wire.metadata(connection().expect("response.create"));
		connection().receive(Wire.responseCreated("resp_1", metadata));
		session.closeAfterResponse(new Rule(), PATIENCE);
		assertThat(session.state()).isEqualTo(SessionState.CLOSING);
		connection().receive(Wire.textDelta("Good"), Wire.textDelta("bye"));
		connection().expectNothingMore();
		assertThat(connection().calls()).isEmpty();
		connection().receive(Wire.responseDone("resp_1", metadata));
		assertThat(running).isCompleted();
		assertThat(connection().calls()).containsExactly("close 1000");
		connection().closed();
		assertClosedByRule(session);
	}

	@Test
	void requestThatIsOnItsWayIsAwaitedAndThoseBehindItAreNotSent() {
		RealtimeSession session = this.fixture.opened();
		CompletableFuture<ResponseDone> sent = session.respond();
		CompletableFuture<ResponseDone> waiting = session.respond();
		JsonNode metadata = Wire.metadata(connection().expect("response.create"));
		session.closeAfterResponse(new Rule(), PATIENCE);
		connection().receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		connection().expectNothingMore();
		connection().closed();
		assertThat(sent).isCompleted();
		assertThat(SessionFailureTests.failure(waiting)).isInstanceOfSatisfying(SessionClosedException.class,
				(ex) -> assertThat(ex.closeCause()).isEqualTo(new Rule()));
	}

	@Test
	void ruleThatIsMetByTheEndOfAResponseKeepsTheNextOneFromBeginning() {
		this.fixture.customizer((builder) -> builder.interceptor((session) -> new SessionInterceptor() {

			@Override
			public boolean onEvent(ServerEvent event) {
				if (event instanceof ResponseDone) {
					session.closeAfterResponse(new Rule(), PATIENCE);
				}
				return true;
			}

		}));
		RealtimeSession session = this.fixture.opened();
		session.respond();
		session.respond();
		JsonNode metadata = Wire.metadata(connection().expect("response.create"));
		connection().receive(Wire.responseCreated("resp_1", metadata), Wire.responseDone("resp_1", metadata));
		connection().expectNothingMore();
		assertThat(connection().calls()).containsExactly("close 1000");
		connection().closed();
		assertClosedByRule(session);
		assertThat(this.fixture.listener.all(ResponseDone.class)).hasSize(1);
	}

	@Test
	void commandsAreRefusedMeanwhileAndToldWhy() {
		RealtimeSession session = this.fixture.opened();
		connection().receive(Wire.responseCreated("resp_1", null));
		session.closeAfterResponse(new Rule(), PATIENCE);
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(session::respond).withMessage("A rule");
		assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.sendText("Hello"));
	}

	@Test
	void responseThatTakesTooLongIsCancelled() {
		RealtimeSession session = this.fixture.opened();
		connection().receive(Wire.responseCreated("resp_1", null));
		session.closeAfterResponse(new Rule(), PATIENCE);
		this.fixture.scheduler.advance(PATIENCE.minusMillis(1));
		connection().expectNothingMore();
		this.fixture.scheduler.advance(Duration.ofMillis(1));
		connection().expect("response.cancel");
		this.fixture.scheduler.advance(Duration.ofSeconds(5));
		assertThat(connection().calls()).containsExactly("close 1000", "abort");
		assertClosedByRule(session);
	}

	@Test
	void closeDoesNotWaitAnyLonger() {
		RealtimeSession session = this.fixture.opened();
		connection().receive(Wire.responseCreated("resp_1", null));
		session.closeAfterResponse(new Rule(), PATIENCE);
		session.close();
		connection().expect("response.cancel");
		connection().receive(Wire.responseDone("resp_1", "cancelled", null));
		assertThat(connection().calls()).containsExactly("close 1000");
		connection().closed();
		assertClosedByRule(session);
	}

	@Test
	void idleSessionIsClosedAtOnce() {
		RealtimeSession session = this.fixture.opened();
		session.closeAfterResponse(new Rule(), PATIENCE);
		assertThat(connection().calls()).containsExactly("close 1000");
		connection().closed();
		assertClosedByRule(session);
	}

	@Test
	void sessionThatWasNeverOpenedEndsAtOnce() {
		RealtimeSession session = this.fixture.client().create(SessionSpec.of(SessionFixture.SETTINGS));
		session.closeAfterResponse(new Rule(), PATIENCE);
		assertClosedByRule(session);
		assertThat(this.fixture.transport.attempts()).isEmpty();
	}

	@Test
	void connectionThatIsLostMeanwhileDoesNotComeBack() {
		this.fixture.reconnect(ReconnectPolicy.defaults());
		RealtimeSession session = this.fixture.opened();
		connection().receive(Wire.responseCreated("resp_1", null));
		session.closeAfterResponse(new Rule(), PATIENCE);
		connection().end(new ConnectionLost("reset"));
		assertClosedByRule(session);
	}

	@Test
	void sessionThatIsBeingClosedKeepsItsCause() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		session.closeAfterResponse(new Rule(), PATIENCE);
		connection().closed();
		assertThat(session.closed()).isCompletedWithValue(new ClosedByApplication());
	}

	private ScriptedConnection connection() {
		return this.fixture.connection();
	}

	private void assertClosedByRule(RealtimeSession session) {
		assertThat(session.closed()).isCompletedWithValue(new Rule());
		assertThat(this.fixture.listener.all(SessionClosed.class)).containsExactly(new SessionClosed(new Rule()));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	private record Rule() implements ClosedByPolicy {

		@Override
		public String message() {
			return "A rule";
		}

	}

}
