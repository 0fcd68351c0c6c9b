package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.transport.KeepAlive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link KeepAlive}.
 */
class KeepAliveTests {

	private static final Duration INTERVAL = Duration.ofSeconds(10);

	private final SessionFixture fixture = new SessionFixture()
		.customizer((builder) -> builder.keepAlive(new KeepAlive(INTERVAL, Duration.ofSeconds(30))));

	@Test
	void connectionThatIsSilentIsPinged() {
		this.fixture.opened();
		this.fixture.scheduler.advance(INTERVAL);
		assertThat(this.fixture.connection().calls()).containsExactly("ping");
	}

	@Test
	void connectionThatIsHeardIsNotPinged() {
		this.fixture.opened();
		for (int i = 0; i < 10; i++) {
			this.fixture.connection().receive(Wire.textDelta("a"));
			this.fixture.scheduler.advance(INTERVAL);
		}
		assertThat(this.fixture.connection().calls()).isEmpty();
	}

	@Test
	void connectionThatAnswersPingsLives() {
		RealtimeSession session = this.fixture.opened();
		for (int i = 0; i < 100; i++) {
			this.fixture.scheduler.advance(INTERVAL);
			this.fixture.connection().activity();
		}
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void deadConnectionIsFoundInTime() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.scheduler.advance(Duration.ofSeconds(30));
		assertThat(this.fixture.connection().calls()).containsExactly("ping", "abort");
		this.fixture.connection().end(new ConnectionLost("aborted"));
		assertThat(session.closed().join().message()).contains("no data was received from the server for 30000 ms");
	}

	@Test
	void connectionThatIsNotReadIsNotWatched() {
		QueuedExecutor executor = new QueuedExecutor();
		RealtimeSession session = this.fixture.executor(executor)
			.limits(new SessionLimits(5, 1_000_000, 10, 1_000_000))
			.opened();
		this.fixture.connection().receive(Wire.textDelta("a"), Wire.textDelta("b"), Wire.textDelta("c"));
		this.fixture.scheduler.advance(Duration.ofMinutes(10));
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
		assertThat(this.fixture.connection().calls()).containsExactly("suspend");
	}

	@Test
	void nothingIsWatchedAfterTheEnd() {
		RealtimeSession session = this.fixture.opened();
		session.close();
		this.fixture.connection().closed();
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void timeoutThatLeavesNoTimeForAnAnswerIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new KeepAlive(INTERVAL, INTERVAL));
	}

}
