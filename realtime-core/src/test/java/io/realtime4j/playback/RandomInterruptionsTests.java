package io.realtime4j.playback;

import java.util.HashMap;
import java.util.HashSet;
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
		for (int i = 0; i < 80; i++) {
			new Run(random).go();
		}
	}

	/**
	 * One conversation.
	 */
	private static final class Run {

		private final Random random;

		private final PlayedRecord record = new PlayedRecord();

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
			this.record.begin(response, item);
			int deltas = this.random.nextInt(5);
			for (int i = 0; i < deltas; i++) {
				this.record.say(response, item, 1 + this.random.nextInt(400));
				this.record.pass(this.random.nextInt(300));
				if (this.random.nextInt(6) == 0) {
					interrupt();
					this.record.playing.receive(ServerTalk.audio(response, item, 480));
					this.record.end(response, "cancelled");
					return;
				}
			}
			this.record.end(response, "completed");
			this.over.add(item);
			this.record.pass(this.random.nextInt(500));
			if (this.random.nextInt(3) == 0) {
				interrupt();
			}
		}

		private void interrupt() {
			Map<String, Integer> expected = new HashMap<>();
			this.record.received.forEach((item, millis) -> {
				int heard = this.record.heard(item);
				if (heard < millis || !this.over.contains(item)) {
					expected.put(item, heard);
				}
			});
			this.record.playing.sent.clear();
			this.record.playing.receive(ServerTalk.speechStarted("u"));
			assertThat(asked()).isEqualTo(expected);
			this.record.queue.clear();
			this.record.received.clear();
		}

		// The position that each item is cut at, 0 if it is deleted
		private Map<String, Integer> asked() {
			Map<String, Integer> asked = new HashMap<>();
			for (ClientEvent event : this.record.playing.sent) {
				if (event instanceof ConversationItemTruncate truncate) {
					assertThat(truncate.audioEndMs()).isPositive()
						.isLessThanOrEqualTo(this.record.received.getOrDefault(truncate.itemId(), 0));
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
