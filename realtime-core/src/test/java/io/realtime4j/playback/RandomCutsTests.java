package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whatever the timing of deltas, playing and cuts, a cut takes exactly one
 * response out, and every other one is heard to its end.
 */
class RandomCutsTests {

	@ParameterizedTest
	@ValueSource(longs = { 21, 22, 23, 24 })
	void whatIsHeardAndForgottenMatchesAnIndependentRecord(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 100; i++) {
			new Run(random).go();
		}
	}

	/**
	 * One conversation.
	 */
	private static final class Run {

		private final Random random;

		private final PlayedRecord record = new PlayedRecord();

		private final Set<String> gone = new HashSet<>();

		private int answers;

		Run(Random random) {
			this.random = random;
			this.record.playing.control.keepUnplayed();
		}

		void go() {
			for (int i = 0; i < 20; i++) {
				answer();
			}
			pass(this.record.queue.size());
			this.record.received.forEach((item, millis) -> {
				if (!this.gone.contains(item)) {
					assertThat(this.record.playing.sink.playedMillis(item, 0)).as(item).isEqualTo((long) millis);
				}
			});
		}

		private void answer() {
			String response = "r" + this.answers;
			String item = "a" + this.answers++;
			this.record.begin(response, item);
			int deltas = this.random.nextInt(5);
			for (int i = 0; i < deltas && !this.gone.contains(item); i++) {
				this.record.say(response, item, 1 + this.random.nextInt(400));
				pass(this.random.nextInt(300));
				if (this.random.nextInt(4) == 0) {
					cut(this.random.nextInt(this.answers), item);
				}
			}
			this.record.end(response, "completed");
			pass(this.random.nextInt(200));
			cut(this.random.nextInt(this.answers), null);
		}

		private void pass(int millis) {
			this.record.pass(millis);
			this.record.played
				.forEach((item, heard) -> assertThat(this.record.playing.sink.playedMillis(item, 0)).as(item)
					.isEqualTo((long) heard));
		}

		private void cut(int answer, @Nullable String running) {
			String item = "a" + answer;
			this.record.playing.done();
			this.record.playing.cut("r" + answer);
			List<String> expected = new ArrayList<>();
			int heard = this.record.heard(item);
			int came = this.record.received.getOrDefault(item, 0);
			if (!this.gone.contains(item) && item.equals(running)) {
				expected.add("cancel r" + answer);
			}
			if (!this.gone.contains(item) && came > 0 && (heard < came || item.equals(running))) {
				expected.add((heard > 0) ? "truncate " + item + "/0 " + heard : "delete " + item);
				this.gone.add(item);
			}
			this.record.queue.removeIf(item::equals);
			assertThat(this.record.playing.done())
				.filteredOn((done) -> !done.startsWith("play") && !done.equals("clear"))
				.isEqualTo(expected);
		}

	}

}
