package io.realtime4j.spring.bridge.page;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.playback.LivePlayback;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LivePlayback}.
 */
class LivePlaybackTests {

	private final HeardOutput output = new HeardOutput();

	private final PageSink sink = new PageSink(this.output, InstantSource.system());

	private boolean userSpeaking;

	private final LivePlayback playback = new LivePlayback(this.sink, new AudioPcm(24_000L), () -> this.userSpeaking);

	@Test
	void shortPauseBelongsToTheSpeech() {
		say(100);
		silence(500);
		say(100);
		silence(600);
		silence(5000);
		assertThat(this.output.calls).startsWith("audio speech_1").endsWith("audio-end speech_1");
		assertThat(this.output.calls).filteredOn((call) -> call.startsWith("audio")).hasSize(2);
		assertThat(played()).isEqualTo(1300);
	}

	@Test
	void pageThatIsBehindIsSilencedOnlyWhereTheUserSpeaks() {
		say(3000);
		silence(1000);
		assertThat(this.output.calls).doesNotContain("clear");
		this.userSpeaking = true;
		silence(100);
		assertThat(this.output.calls).endsWith("dropped", "clear");
		assertThat(this.sink.behindMillis()).isZero();
	}

	@Test
	void pageThatIsNotBehindPlaysOn() {
		say(3000);
		this.sink.played("speech_1", 0, 2500);
		this.userSpeaking = true;
		silence(1000);
		assertThat(this.output.calls).doesNotContain("clear").contains("audio-end speech_1");
	}

	@Test
	void userWhoSpeaksWhileTheModelGoesOnSilencesNothing() {
		this.userSpeaking = true;
		say(5000);
		assertThat(this.output.calls).doesNotContain("clear");
	}

	@Test
	void speechThatIsOlderThanAMinuteIsDropped() {
		say(60_100);
		assertThat(this.output.calls).doesNotContain("clear");
		say(100);
		assertThat(this.output.calls).contains("clear");
		assertThat(this.sink.behindMillis()).isEqualTo(100);
	}

	@Test
	void silencedPageHearsTheNextStretch() {
		say(300);
		this.playback.hush();
		say(300);
		silence(600);
		say(100);
		assertThat(this.output.calls).contains("clear", "audio speech_2");
	}

	@Test
	void silencedPageHearsWhatTheModelIsAskedToSay() {
		say(300);
		this.playback.hush();
		this.playback.unhush();
		say(100);
		assertThat(this.output.calls).contains("clear", "audio speech_2");
	}

	@Test
	void speechThatWasCutOffIsNotHeardWhateverTheModelIsAskedToSay() {
		say(300);
		this.playback.cut();
		this.playback.unhush();
		say(300);
		assertThat(this.output.calls).endsWith("clear");
		silence(600);
		say(100);
		assertThat(this.output.calls).contains("audio speech_2");
	}

	@Test
	void silencingInAPauseTakesNothingOfWhatFollows() {
		say(300);
		silence(1000);
		this.playback.hush();
		say(100);
		assertThat(this.output.calls).contains("clear", "audio speech_2");
	}

	@Test
	void lostConnectionEndsTheStretch() {
		say(300);
		this.playback.breakOff();
		assertThat(this.output.calls).endsWith("audio-end speech_1");
		say(100);
		assertThat(this.output.calls).contains("audio speech_2");
	}

	private void say(int millis) {
		give(millis, (byte) 0x20);
	}

	private void silence(int millis) {
		give(millis, (byte) 0);
	}

	private void give(int millis, byte value) {
		for (int i = 0; i < millis; i += 100) {
			byte[] pcm16 = new byte[4800];
			Arrays.fill(pcm16, value);
			this.playback.play(pcm16);
		}
	}

	private int played() {
		return this.output.calls.stream()
			.filter((call) -> call.matches("\\d+"))
			.mapToInt((call) -> Integer.parseInt(call) / 48)
			.sum();
	}

	/**
	 * What a page is told, and how much it is given to play.
	 */
	private static final class HeardOutput implements PageOutput {

		private final List<String> calls = new ArrayList<>();

		@Override
		public void tell(String json) {
			this.calls.add(JsonMapper.shared().readTree(json).path("type").asString());
		}

		@Override
		public void tellOfAudio(String json) {
			JsonNode message = JsonMapper.shared().readTree(json);
			this.calls.add(message.path("type").asString() + " " + message.path("itemId").asString());
		}

		@Override
		public void play(byte[] pcm16) {
			this.calls.add(String.valueOf(pcm16.length));
		}

		@Override
		public void dropAudio() {
			this.calls.add("dropped");
		}

	}

}
