package io.realtime4j.session;

import io.realtime4j.event.server.ResponseOutputTextDelta;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions whose listeners are behind.
 */
class SessionBackpressureTests {

	private final QueuedExecutor executor = new QueuedExecutor();

	private final SessionFixture fixture = new SessionFixture().executor(this.executor)
		.limits(new SessionLimits(100, 1_000_000, 100, 10_000));

	private final RealtimeSession session = this.fixture.opened();

	@Test
	void readingIsSuspendedUntilListenersCaughtUpAndNothingIsLost() {
		ScriptedConnection connection = this.fixture.connection();
		for (int i = 0; i < 150; i++) {
			connection.receive(Wire.textDelta("d" + i));
		}
		assertThat(connection.calls()).containsExactly("suspend");
		this.executor.runAll();
		assertThat(connection.calls()).containsExactly("suspend", "resume");
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).hasSize(150);
		assertThat(this.fixture.listener.all(SessionSuspended.class)).singleElement()
			.satisfies((event) -> assertThat(event.events()).isEqualTo(101));
		assertThat(this.fixture.listener.all(SessionResumed.class)).hasSize(1);
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void commandsGoOutWhileReadingIsSuspended() {
		ScriptedConnection connection = this.fixture.connection();
		for (int i = 0; i < 150; i++) {
			connection.receive(Wire.textDelta("d" + i));
		}
		this.session.sendText("Hello");
		connection.expect("conversation.item.create");
	}

	@Test
	void endedSessionAsksNothingOfItsConnection() {
		ScriptedConnection connection = this.fixture.connection();
		for (int i = 0; i < 150; i++) {
			connection.receive(Wire.textDelta("d" + i));
		}
		connection.closed();
		this.executor.runAll();
		assertThat(connection.calls()).containsExactly("suspend");
		assertThat(this.fixture.listener.types()).last().isEqualTo("realtime4j.session.closed");
		assertThat(this.fixture.listener.all(ResponseOutputTextDelta.class)).hasSize(150);
	}

}
