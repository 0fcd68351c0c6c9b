package io.realtime4j.spring.bridge.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageOutbox}.
 */
class PageOutboxTests {

	private final List<String> written = new ArrayList<>();

	private final List<FrameWriter.Callback> open = new ArrayList<>();

	private final List<PageOutbox.Problem> problems = new ArrayList<>();

	private final PageOutbox frames = new PageOutbox((frame, done) -> {
		this.written.add(describe(frame));
		this.open.add(done);
	}, 100, this.problems::add);

	@Test
	void oneFrameIsWrittenAtATime() {
		this.frames.tell("a");
		this.frames.tell("b");
		assertThat(this.written).containsExactly("a");
		done(0, null);
		assertThat(this.written).containsExactly("a", "b");
		done(1, null);
		this.frames.tell("c");
		assertThat(this.written).containsExactly("a", "b", "c");
	}

	@Test
	void framesThatAreWrittenAtOnceNestNoCalls() {
		List<String> all = new ArrayList<>();
		boolean[] first = { true };
		List<FrameWriter.Callback> held = new ArrayList<>();
		PageOutbox quick = new PageOutbox((frame, done) -> {
			all.add(describe(frame));
			if (first[0]) {
				first[0] = false;
				held.add(done);
			}
			else {
				done.done(null);
			}
		}, 1_000_000, this.problems::add);
		for (int i = 0; i < 100_000; i++) {
			quick.tell(".");
		}
		assertThat(all).hasSize(1);
		held.get(0).done(null);
		assertThat(all).hasSize(100_000);
		assertThat(this.problems).isEmpty();
	}

	@Test
	void largeAudioIsCutIntoWholeSamples() {
		PageOutbox large = new PageOutbox((frame, done) -> {
			this.written.add(describe(frame));
			done.done(null);
		}, 100_000, this.problems::add);
		large.play(new byte[40_000]);
		assertThat(this.written).containsExactly("16384 bytes", "16384 bytes", "7232 bytes");
	}

	@Test
	void droppedAudioIsNotSentButWordsAre() {
		this.frames.tell("first");
		this.frames.tellOfAudio("audio");
		this.frames.play(new byte[60]);
		this.frames.tell("words");
		this.frames.dropAudio();
		this.frames.play(new byte[60]);
		done(0, null);
		done(1, null);
		assertThat(this.written).containsExactly("first", "words", "60 bytes");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void whoeverDoesNotReadIsReportedOnceAndSentNothingMore() {
		this.frames.play(new byte[60]);
		this.frames.play(new byte[60]);
		this.frames.play(new byte[60]);
		this.frames.play(new byte[60]);
		this.frames.tell("words");
		done(0, null);
		assertThat(this.written).containsExactly("60 bytes");
		assertThat(this.problems).containsExactly(PageOutbox.Problem.TOO_SLOW);
	}

	@Test
	void failureIsReportedOnceAndNothingFollows() {
		this.frames.tell("a");
		this.frames.tell("b");
		done(0, new IOException("broken pipe"));
		this.frames.tell("c");
		assertThat(this.written).containsExactly("a");
		assertThat(this.problems).containsExactly(PageOutbox.Problem.SENDING_FAILED);
	}

	@Test
	void whatWaitsIsSentBeforeTheEnd() {
		List<String> ends = new ArrayList<>();
		this.frames.tell("a");
		this.frames.tell("b");
		this.frames.finish(() -> ends.add("end"));
		this.frames.tell("late");
		this.frames.finish(() -> ends.add("again"));
		done(0, null);
		assertThat(ends).isEmpty();
		done(1, null);
		assertThat(ends).containsExactly("end");
		assertThat(this.written).containsExactly("a", "b");
	}

	private void done(int index, @Nullable Throwable failure) {
		this.open.get(index).done(failure);
	}

	private static String describe(OutgoingFrame frame) {
		return (frame.text() != null) ? frame.text() : frame.size() + " bytes";
	}

}
