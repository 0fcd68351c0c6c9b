package io.realtime4j.session;

import java.time.Duration;

import io.realtime4j.playback.AudioChunk;
import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions whose sink does not report what it plays.
 */
class SilentSinkSessionTests {

	private static final Duration TIMEOUT = SessionFixture.TIMEOUTS.playback();

	private final SessionFixture fixture = new SessionFixture()
		.customizer((builder) -> builder.interceptor(PlaybackInterceptor.factory((session) -> new Sink())));

	private long playedMillis;

	@Test
	void sinkThatNeverReportsIsToldOnce() {
		this.fixture.opened();
		say("1");
		this.fixture.scheduler.advance(TIMEOUT.minusMillis(1));
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
		this.fixture.scheduler.advance(Duration.ofSeconds(1));
		say("2");
		this.fixture.scheduler.advance(TIMEOUT.multipliedBy(2));
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).singleElement()
			.isEqualTo(new AnswerTimedOut(AnswerTimedOut.PLAYBACK, TIMEOUT, null, null))
			.satisfies((event) -> assertThat(event.message()).contains("realtime.playback-timeout"));
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	@Test
	void sinkThatReportsIsNotTold() {
		this.fixture.opened();
		say("1");
		this.playedMillis = 1;
		this.fixture.scheduler.advance(TIMEOUT.multipliedBy(2));
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
	}

	@Test
	void nothingIsAwaitedOfASinkThatWasCleared() {
		RealtimeSession session = this.fixture.opened();
		say("1");
		session.interrupt();
		this.fixture.connection().receive(Wire.event("conversation.item.deleted").put("item_id", "item_1").toString());
		this.fixture.scheduler.advance(TIMEOUT.multipliedBy(2));
		assertThat(this.fixture.listener.all(AnswerTimedOut.class)).isEmpty();
	}

	@Test
	void nothingIsAwaitedAfterTheEnd() {
		RealtimeSession session = this.fixture.opened();
		say("1");
		session.close();
		this.fixture.connection().closed();
		assertThat(this.fixture.scheduler.pending()).isZero();
	}

	private void say(String id) {
		this.fixture.connection().receive(SpokenDialogue.answer(id, "Hello there.", null));
	}

	private final class Sink implements AudioSink {

		@Override
		public void play(AudioChunk chunk) {
		}

		@Override
		public void clear() {
		}

		@Override
		public long playedMillis(String itemId, long contentIndex) {
			return SilentSinkSessionTests.this.playedMillis;
		}

	}

}
