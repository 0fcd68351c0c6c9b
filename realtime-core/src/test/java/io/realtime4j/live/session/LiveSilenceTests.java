package io.realtime4j.live.session;

import java.time.Duration;

import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.ConnectionLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for live sessions that hang up when nobody says anything.
 */
class LiveSilenceTests {

	private static final Duration LIMIT = Duration.ofSeconds(40);

	private final LiveSessionFixture fixture = new LiveSessionFixture();

	private LiveSession session;

	@BeforeEach
	void open() {
		this.session = this.fixture.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS).hangUpAfter(LIMIT).build());
	}

	@Test
	void silenceClosesTheSessionInAnOrderlyWay() {
		ScriptedConnection connection = this.fixture.connection();
		this.fixture.scheduler.advance(LIMIT.minusSeconds(1));
		connection.receive(LiveSessionFixture.silence(Duration.ofSeconds(1)));
		assertThat(this.session.state()).isEqualTo(SessionState.OPEN);
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		connection.expect("session.close");
		connection.receive(LiveSessionFixture.closed("close_requested")).closed();
		assertThat(this.session.closed()).isCompletedWithValue(new ClosedForSilence(LIMIT));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "input", "output" })
	void wordsOfEitherSideAreNoSilence(String side) {
		for (int i = 0; i < 5; i++) {
			this.fixture.scheduler.advance(LIMIT.minusSeconds(1));
			this.fixture.connection().receive(LiveSessionFixture.transcript(side, "word"));
		}
		this.fixture.connection().expectNothingMore();
		this.fixture.scheduler.advance(LIMIT.plus(LIMIT.dividedBy(4)));
		this.fixture.connection().expect("session.close");
	}

	@Test
	void silenceWhileWorkIsUnderWayHasAReason() {
		this.fixture.connection()
			.receive("{\"type\":\"session.delegation.created\",\"delegation\":{\"id\":\"d\",\"target\":\"client\"}}");
		this.fixture.scheduler.advance(LIMIT.multipliedBy(3));
		this.fixture.connection().expectNothingMore();
		this.session
			.send(new io.realtime4j.live.event.client.SessionCommentaryAppend(null, "Table seven is free.", "d"));
		this.fixture.connection().receive(LiveSessionFixture.appended("commentary", null));
		this.fixture.scheduler.advance(LIMIT);
		this.fixture.connection().expect("session.commentary.append");
		this.fixture.connection().expect("session.close");
	}

	@Test
	void timeWithoutConnectionDoesNotCount() {
		this.fixture.scheduler.advance(LIMIT.minusSeconds(1));
		this.fixture.connection().end(new ConnectionLost("reset"));
		ScriptedConnection next = this.fixture.again();
		this.fixture.scheduler.advance(Duration.ofSeconds(2));
		next.receive(LiveSessionFixture.started());
		next.expect("session.start");
		this.fixture.scheduler.advance(LIMIT.minusSeconds(1));
		next.expectNothingMore();
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		next.expect("session.close");
	}

	@Test
	void limitIsMoreThanNothing() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> LiveSpec.builder(LiveSessionFixture.SETTINGS).hangUpAfter(Duration.ZERO).build());
		LiveSpec spec = LiveSpec.builder(LiveSessionFixture.SETTINGS).hangUpAfter(LIMIT).build();
		assertThat(spec.toBuilder().build()).isEqualTo(spec);
	}

}
