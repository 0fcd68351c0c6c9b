package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.transport.Closed;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.HandshakeRefused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions that are attached to a call, and lose their connection to it.
 */
class SidebandReconnectTests {

	private static final ReconnectPolicy POLICY = new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1),
			Duration.ofSeconds(1), null);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

	private final SessionFixture fixture = new SessionFixture().reconnect(POLICY);

	private final RealtimeSession session = this.fixture.client().open(SessionSpec.sideband("rtc_1").build());

	@Test
	void callIsAttachedToAgain() {
		this.fixture.connection().accept().receive(Wire.userItem("item_1", "Hello")).end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		ScriptedConnection again = this.fixture.transport.connection(1).accept();
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		assertThat(again.calls()).as("the call knows what was said").isEmpty();
		assertThat(this.session.conversation().entries()).hasSize(1);
	}

	@Test
	void callThatIsOverEndsTheSession() {
		this.fixture.connection().accept().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(LONGEST_DELAY);
		this.fixture.transport.connection(1).end(new HandshakeRefused(404, null));
		assertThat(this.session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void serverThatClosesTheCallEndsTheSession() {
		this.fixture.connection().accept().end(new Closed(1000, ""));
		assertThat(this.session.state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void callThatWasNeverAttachedToIsNotTriedAgain() {
		this.fixture.connection().end(new ConnectionLost("reset"));
		assertThat(this.session.state()).isEqualTo(SessionState.CLOSED);
	}

}
