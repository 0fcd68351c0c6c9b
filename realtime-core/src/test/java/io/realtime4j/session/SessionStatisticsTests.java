package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link VoiceSession#statistics() statistics} of sessions.
 */
class SessionStatisticsTests {

	private static final ClosedByPolicy REASON = () -> "It is late";

	private static final ReconnectPolicy POLICY = new ReconnectPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1),
			Duration.ofSeconds(1), null);

	private final QueuedExecutor executor = new QueuedExecutor();

	private final SessionFixture fixture = new SessionFixture();

	@Test
	void sessionThatWasNotUsedHasNoAge() {
		RealtimeSession session = this.fixture.client().create(SessionSpec.of(SessionFixture.SETTINGS));
		this.fixture.scheduler.advance(Duration.ofMinutes(1));
		VoiceSession.Statistics statistics = session.statistics();
		assertThat(statistics.startedAt()).isNull();
		assertThat(statistics.openedAt()).isNull();
		assertThat(statistics.endedAt()).isNull();
		assertThat(statistics.age()).isZero();
	}

	@Test
	void ageGrowsFromTheFirstConnectionToTheEnd() {
		RealtimeSession session = this.fixture.connecting();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		this.fixture.greet();
		this.fixture.scheduler.advance(Duration.ofSeconds(3));
		VoiceSession.Statistics statistics = session.statistics();
		assertThat(statistics.age()).isEqualTo(Duration.ofSeconds(5));
		assertThat(statistics.startedAt()).isNotNull();
		assertThat(statistics.openedAt()).isEqualTo(statistics.startedAt().plusSeconds(2));
		this.fixture.connection().closed();
		this.fixture.scheduler.advance(Duration.ofSeconds(30));
		assertThat(session.state()).isEqualTo(SessionState.CLOSED);
		assertThat(session.statistics().age()).isEqualTo(Duration.ofSeconds(5));
		assertThat(session.statistics().endedAt()).isEqualTo(statistics.startedAt().plusSeconds(5));
	}

	@Test
	void connectionsThatReplaceOthersAreCounted() {
		this.fixture.reconnect(POLICY);
		RealtimeSession session = this.fixture.opened();
		assertThat(session.statistics().reconnects()).isZero();
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(session.statistics().reconnects()).isEqualTo(1);
	}

	@Test
	void whatWaitsForListenersIsCounted() {
		this.fixture.executor(this.executor);
		RealtimeSession session = this.fixture.opened();
		this.executor.runAll();
		assertThat(session.statistics().inbox()).isEqualTo(new VoiceSession.Queue(0, 0));
		String delta = Wire.textDelta("Hello");
		this.fixture.connection().receive(delta, delta);
		assertThat(session.statistics().inbox()).isEqualTo(new VoiceSession.Queue(2, 2L * delta.length()));
		this.executor.runAll();
		assertThat(session.statistics().inbox().count()).isZero();
	}

	@Test
	void whatWaitsToBeSentIsCounted() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.connection().holdSends();
		session.sendText("one");
		session.sendText("two");
		session.sendText("three");
		assertThat(session.statistics().outbox().count()).isEqualTo(2);
		assertThat(session.statistics().outbox().size()).isPositive();
		this.fixture.transport.releaseSends();
		assertThat(session.statistics().outbox()).isEqualTo(new VoiceSession.Queue(0, 0));
	}

	@Test
	void sessionThatBeginsAnewIsCountedAnew() {
		RealtimeSession session = this.fixture.opened();
		this.fixture.scheduler.advance(Duration.ofSeconds(3));
		this.fixture.connection().closed();
		session.renew();
		assertThat(session.statistics().age()).isZero();
		assertThat(session.statistics().endedAt()).isNull();
	}

	@Test
	void sessionIsClosedForAReason() {
		RealtimeSession session = this.fixture.opened();
		session.close(REASON);
		this.fixture.connection().closed();
		assertThat(session.closed()).isCompletedWithValue(REASON);
	}

}
