package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.realtime4j.ServerTalk;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.ConversationItemDelete;
import io.realtime4j.event.client.ConversationItemTruncate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whatever the timing of deltas, playing and interruptions, the server is
 * asked only for what it can do, and for what is true.
 */
class RandomInterruptionsTests {

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13, 14, 15, 16 })
	void truncationsAreWithinWhatCameAndMatchAnIndependentRecord(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			new Run(random).go();
		}
	}

	/**
	 * One conversation, with a record of what was played that knows no more than the
	 * clock: it plays millisecond by millisecond.
	 */
	private static final class Run {

		private final Random random;

		private final Playing playing = new Playing();

		private final Map<String, Integer> received = new HashMap<>();

		private final Map<String, Integer> played = new HashMap<>();

		private final List<String> queue = new ArrayList<>();

		private final Set<String> over = new HashSet<>();

		private int answers;

		Run(Random random) {
			this.random = random;
		}

		void go() {
			for (int i = 0; i < 30; i++) {
				answer();
			}
		}

		private void answer() {
			String response = "r" + this.answers;
			String item = "a" + this.answers++;
			this.playing.receive(ServerTalk.responseCreated(response),
					ServerTalk.assistant("added", item, null, "in_progress", ""));
			int deltas = this.random.nextInt(5);
			for (int i = 0; i < deltas; i++) {
				int millis = 1 + this.random.nextInt(400);
				this.playing.receive(ServerTalk.audio(response, item, 48 * millis));
				this.received.merge(item, millis, Integer::sum);
				for (int j = 0; j < millis; j++) {
					this.queue.add(item);
				}
				pass(this.random.nextInt(300));
				if (this.random.nextInt(6) == 0) {
					interrupt();
					this.playing.receive(ServerTalk.audio(response, item, 480));
					this.playing.receive(ServerTalk.responseDone(response, "cancelled", ""));
					return;
				}
			}
			this.playing.receive(ServerTalk.responseDone(response, "completed", ""));
			this.over.add(item);
			pass(this.random.nextInt(500));
			if (this.random.nextInt(3) == 0) {
				interrupt();
			}
		}

		private void pass(int millis) {
			this.playing.pass(millis);
			for (int i = 0; i < millis && !this.queue.isEmpty(); i++) {
				this.played.merge(this.queue.remove(0), 1, Integer::sum);
			}
		}

		private void interrupt() {
			Map<String, Integer> expected = new HashMap<>();
			this.received.forEach((item, millis) -> {
				int heard = this.played.getOrDefault(item, 0);
				if (heard < millis || !this.over.contains(item)) {
					expected.put(item, heard);
				}
			});
			this.playing.sent.clear();
			this.playing.receive(ServerTalk.speechStarted("u"));
			assertThat(asked()).isEqualTo(expected);
			this.queue.clear();
			this.received.clear();
		}

		// The position that each item is cut at, 0 if it is deleted
		private Map<String, Integer> asked() {
			Map<String, Integer> asked = new HashMap<>();
			for (ClientEvent event : this.playing.sent) {
				if (event instanceof ConversationItemTruncate truncate) {
					assertThat(truncate.audioEndMs()).isPositive()
						.isLessThanOrEqualTo(this.received.getOrDefault(truncate.itemId(), 0));
					assertThat(asked.put(truncate.itemId(), (int) truncate.audioEndMs())).isNull();
				}
				else if (event instanceof ConversationItemDelete delete) {
					assertThat(asked.put(delete.itemId(), 0)).isNull();
				}
			}
			return asked;
		}

	}

}
