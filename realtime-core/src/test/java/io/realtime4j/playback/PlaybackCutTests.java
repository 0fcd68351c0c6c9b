package io.realtime4j.playback;

import java.util.Map;
import java.util.TreeMap;

import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlaybackControl#cut}.
 */
class PlaybackCutTests {

	private static final int BYTES_PER_MILLI = 48;

	private final Playing playing = new Playing();

	@BeforeEach
	void keepUnplayed() {
		this.playing.control.keepUnplayed();
	}

	@Test
	void responseThatRunsIsCancelledAndCutWhereItIsHeard() {
		say("resp_1", "item_1", 1000);
		this.playing.pass(300);
		cut("resp_1");
		assertThat(this.playing.done()).containsExactly("play item_1", "clear", "cancel resp_1",
				"truncate item_1/0 300");
		this.playing.receive(ServerTalk.audio("resp_1", "item_1", 100));
		assertThat(this.playing.done()).isEmpty();
	}

	@Test
	void responseThatIsOverIsOnlyCut() {
		say("resp_1", "item_1", 1000);
		over("resp_1");
		this.playing.pass(300);
		cut("resp_1");
		assertThat(this.playing.done()).containsExactly("play item_1", "clear", "truncate item_1/0 300");
	}

	@Test
	void responseThatWasPlayedToItsEndIsLeftAsItIs() {
		say("resp_1", "item_1", 1000);
		over("resp_1");
		this.playing.pass(1000);
		cut("resp_1");
		assertThat(this.playing.done()).containsExactly("play item_1");
	}

	@Test
	void responseWithoutSpeechIsOnlyCancelled() {
		this.playing.receive(ServerTalk.responseCreated("resp_1"));
		cut("resp_1");
		cut("resp_1");
		cut("resp_2");
		assertThat(this.playing.done()).containsExactly("cancel resp_1");
	}

	@Test
	void responseBehindTheOneThatIsCutIsStillHeard() {
		say("resp_1", "item_1", 1000);
		over("resp_1");
		say("resp_2", "item_2", 500);
		this.playing.pass(300);
		this.playing.done();
		cut("resp_1");
		assertThat(this.playing.done()).containsExactly("clear", "play item_2", "truncate item_1/0 300");
		this.playing.pass(200);
		assertThat(this.playing.sink.playedMillis("item_2", 0)).isEqualTo(200);
		this.playing.interrupt();
		assertThat(this.playing.done()).containsExactly("clear", "cancel resp_2", "truncate item_2/0 200");
	}

	@Test
	void responseInFrontOfTheOneThatIsCutIsHeardToItsEnd() {
		say("resp_1", "item_1", 1000);
		over("resp_1");
		say("resp_2", "item_2", 500);
		this.playing.pass(400);
		this.playing.done();
		assertThat(cut("resp_2")).containsExactly(Map.entry("item_1", 600L));
		assertThat(this.playing.done()).containsExactly("clear", "play item_1", "cancel resp_2", "delete item_2");
		this.playing.pass(600);
		assertThat(this.playing.sink.playedMillis("item_1", 0)).isEqualTo(1000);
		this.playing.interrupt();
		assertThat(this.playing.done()).isEmpty();
	}

	@Test
	void onlyWhatIsNotPlayedIsPlayedAgain() {
		this.playing.receive(ServerTalk.responseCreated("resp_1"), item("item_1"));
		for (int i = 0; i < 1000; i++) {
			this.playing.receive(ServerTalk.audio("resp_1", "item_1", 10 * BYTES_PER_MILLI));
		}
		over("resp_1");
		say("resp_2", "item_2", 500);
		this.playing.pass(9995);
		assertThat(cut("resp_2")).containsExactly(Map.entry("item_1", 5L));
	}

	@Test
	void afterAnInterruptionNothingIsPlayedAgain() {
		say("resp_1", "item_1", 1000);
		over("resp_1");
		this.playing.interrupt();
		say("resp_2", "item_2", 500);
		assertThat(cut("resp_2")).isEmpty();
	}

	@Test
	void withoutBeingKeptAudioIsNotPlayedAgain() {
		Playing other = new Playing();
		other.receive(ServerTalk.responseCreated("resp_1"), item("item_1"), ServerTalk.audio("resp_1", "item_1", 480),
				ServerTalk.responseCreated("resp_2"), item("item_2"), ServerTalk.audio("resp_2", "item_2", 480));
		assertThat(other.control.cut("resp_2").replay()).isEmpty();
	}

	@Test
	void speechThatTheServerPlaysIsClearedOnlyIfItIsOfThatResponse() {
		this.playing.receive(ServerTalk.responseCreated("resp_1"), ServerTalk.responseDone("resp_1", "completed", ""),
				ServerTalk.event("{'type':'output_audio_buffer.started','response_id':'resp_1'}"));
		cut("resp_2");
		assertThat(this.playing.done()).isEmpty();
		cut("resp_1");
		assertThat(this.playing.done()).containsExactly("clear server");
	}

	private void say(String response, String item, int millis) {
		this.playing.receive(ServerTalk.responseCreated(response), item(item),
				ServerTalk.audio(response, item, millis * BYTES_PER_MILLI));
	}

	private static ServerEvent item(String id) {
		return ServerTalk.assistant("added", id, null, "in_progress", "");
	}

	private void over(String response) {
		this.playing.receive(ServerTalk.responseDone(response, "completed", ""));
	}

	// Return how long what is played again takes, by item
	private Map<String, Long> cut(String response) {
		Map<String, Long> again = new TreeMap<>();
		this.playing.cut(response)
			.replay()
			.forEach((chunk) -> again.merge(chunk.itemId(), (long) chunk.audio().size() / BYTES_PER_MILLI, Long::sum));
		return again;
	}

}
