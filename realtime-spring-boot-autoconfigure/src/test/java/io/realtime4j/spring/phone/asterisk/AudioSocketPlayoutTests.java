package io.realtime4j.spring.phone.asterisk;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AudioSocketPlayout}.
 */
class AudioSocketPlayoutTests {

	private static final byte[] FIRST = { 1 };

	private static final byte[] SECOND = { 2 };

	private final AudioSocketPlayout playout = new AudioSocketPlayout(2);

	@Test
	void markIsPassedWhenWhatIsBeforeItHasHadItsTime() {
		this.playout.play(FIRST);
		this.playout.mark("a");
		this.playout.play(SECOND);
		this.playout.mark("b");
		assertNext(FIRST);
		assertNext(SECOND, "a");
		assertNext(null, "b");
		assertNext(null);
	}

	@Test
	void whatIsClearedIsNeitherPlayedNorPassed() {
		this.playout.play(FIRST);
		this.playout.mark("a");
		this.playout.clear();
		this.playout.play(SECOND);
		assertNext(SECOND);
	}

	@Test
	void noMoreWaitsThanMay() {
		assertThat(this.playout.play(FIRST)).isTrue();
		assertThat(this.playout.play(FIRST)).isTrue();
		assertThat(this.playout.play(FIRST)).isFalse();
		assertNext(FIRST);
		assertThat(this.playout.play(SECOND)).isTrue();
		this.playout.clear();
		assertThat(this.playout.play(FIRST)).isTrue();
	}

	@Test
	void endEndsTheWaiting() throws InterruptedException {
		this.playout.play(FIRST);
		assertThat(this.playout.await()).isTrue();
		this.playout.end();
		assertThat(this.playout.await()).isFalse();
	}

	private void assertNext(byte[] frame, String... passed) {
		AudioSocketPlayout.Due next = this.playout.next();
		assertThat(next.frame()).isEqualTo(frame);
		assertThat(next.passed()).containsExactly(passed);
	}

}
