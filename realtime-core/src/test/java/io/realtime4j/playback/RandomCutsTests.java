package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.realtime4j.ServerTalk;
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
	 * One conversation, with a record of what is played that knows no more than the
	 * clock: it plays millisecond by millisecond.
	 */
	private static final class Run {

		private final Random random;

		private final Playing playing = new Playing();

		private final Map<String, Integer> received = new HashMap<>();

		private final Map<String, Integer> played = new HashMap<>();

		private final Set<String> gone = new HashSet<>();

		private final List<String> queue = new ArrayList<>();

		private int answers;

		Run(Random random) {
			this.random = random;
			this.playing.control.keepUnplayed();
		}

		void go() {
			for (int i = 0; i < 20; i++) {
				answer();
			}
			pass(this.queue.size());
			this.received.forEach((item, millis) -> {
				if (!this.gone.contains(item)) {
					assertThat(this.playing.sink.playedMillis(item, 0)).as(item).isEqualTo((long) millis);
				}
			});
		}

		private void answer() {
			String response = "r" + this.answers;
			String item = "a" + this.answers++;
			this.playing.receive(ServerTalk.responseCreated(response),
					ServerTalk.assistant("added", item, null, "in_progress", ""));
			int deltas = this.random.nextInt(5);
			for (int i = 0; i < deltas && !this.gone.contains(item); i++) {
				say(response, item, 1 + this.random.nextInt(400));
				pass(this.random.nextInt(300));
				if (this.random.nextInt(4) == 0) {
					cut(this.random.nextInt(this.answers), item);
				}
			}
			this.playing.receive(ServerTalk.responseDone(response, "completed", ""));
			pass(this.random.nextInt(200));
			cut(this.random.nextInt(this.answers), null);
		}

		private void say(String response, String item, int millis) {
			this.playing.receive(ServerTalk.audio(response, item, 48 * millis));
			this.received.merge(item, millis, Integer::sum);
			for (int j = 0; j < millis; j++) {
				this.queue.add(item);
			}
		}

		private void pass(int millis) {
			this.playing.pass(millis);
			for (int i = 0; i < millis && !this.queue.isEmpty(); i++) {
				this.played.merge(this.queue.remove(0), 1, Integer::sum);
			}
			this.played.forEach((item, heard) -> assertThat(this.playing.sink.playedMillis(item, 0)).as(item)
				.isEqualTo((long) heard));
		}

		private void cut(int answer, @Nullable String running) {
			String item = "a" + answer;
			this.playing.done();
			this.playing.cut("r" + answer);
			List<String> expected = new ArrayList<>();
			int heard = this.played.getOrDefault(item, 0);
			int came = this.received.getOrDefault(item, 0);
			if (!this.gone.contains(item) && item.equals(running)) {
				expected.add("cancel r" + answer);
			}
			if (!this.gone.contains(item) && came > 0 && (heard < came || item.equals(running))) {
				expected.add((heard > 0) ? "truncate " + item + "/0 " + heard : "delete " + item);
				this.gone.add(item);
			}
			this.queue.removeIf(item::equals);
			assertThat(this.playing.done()).filteredOn((done) -> !done.startsWith("play") && !done.equals("clear"))
				.isEqualTo(expected);
		}

	}

}
