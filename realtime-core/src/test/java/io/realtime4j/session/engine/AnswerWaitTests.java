package io.realtime4j.session.engine;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnswerWait}.
 */
class AnswerWaitTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final StandalonePort port = new StandalonePort();

	private int timeouts;

	private final AnswerWait wait = this.port.await(TIMEOUT, () -> this.timeouts++);

	@Test
	void endsByItselfOnce() {
		this.port.scheduler.advance(TIMEOUT.minusMillis(1));
		assertThat(this.timeouts).isZero();
		this.port.scheduler.advance(TIMEOUT.multipliedBy(2));
		assertThat(this.timeouts).isEqualTo(1);
		assertThat(this.port.scheduler.pending()).isZero();
	}

	@Test
	void progressRenewsItByAtMostAQuarterMore() {
		this.port.scheduler.advance(TIMEOUT.minusMillis(1));
		this.wait.renew();
		this.port.scheduler.advance(TIMEOUT.minusMillis(1));
		assertThat(this.timeouts).isZero();
		this.port.scheduler.advance(TIMEOUT.dividedBy(4));
		assertThat(this.timeouts).isEqualTo(1);
	}

	@Test
	void timeInWhichTheServerIsNotHeardDoesNotCount() {
		this.port.suspended = true;
		this.port.scheduler.advance(TIMEOUT.multipliedBy(10));
		this.port.suspended = false;
		this.port.scheduler.advance(TIMEOUT.minusMillis(1));
		assertThat(this.timeouts).isZero();
		this.port.scheduler.advance(Duration.ofMillis(1));
		assertThat(this.timeouts).isEqualTo(1);
	}

	@Test
	void restartGivesItAnotherTime() {
		this.wait.restart(Duration.ofSeconds(1));
		this.port.scheduler.advance(Duration.ofSeconds(1));
		assertThat(this.timeouts).isEqualTo(1);
		this.wait.restart(Duration.ofSeconds(1));
		this.port.scheduler.advance(Duration.ofSeconds(1));
		assertThat(this.timeouts).isEqualTo(1);
	}

	@Test
	void endsWithTheAnswer() {
		this.wait.end();
		this.port.scheduler.advance(TIMEOUT);
		assertThat(this.timeouts).isZero();
		assertThat(this.port.scheduler.pending()).isZero();
	}

}
