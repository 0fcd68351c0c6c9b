package io.realtime4j.spring.bridge.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.spring.bridge.connection.PageOutput;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageSink}.
 */
class PageSinkTests {

	private final RecordingOutput output = new RecordingOutput();

	private Instant now = Instant.EPOCH;

	private final PageSink sink = new PageSink(this.output, () -> this.now);

	@Test
	void partsAreAnnouncedOnceUntilAnotherOneComes() {
		play("a", 480);
		play("a", 480);
		play("b", 480);
		play("a", 480);
		assertThat(this.output.calls).containsExactly("audio a", "480", "480", "audio b", "480", "audio a from 20",
				"480");
	}

	@Test
	void pageIsGivenWholeSamples() {
		play("a", 3);
		play("a", 3);
		play("a", 1);
		this.sink.clear();
		play("a", 2);
		assertThat(this.output.calls).containsExactly("audio a", "2", "4", "dropped", "clear", "audio a", "2");
	}

	@Test
	void endIsToldOfWhatIsAnnounced() {
		play("a", 480);
		this.sink.end("b", 0);
		this.sink.end("a", 0);
		this.sink.end("a", 0);
		assertThat(this.output.calls).containsExactly("audio a", "480", "audio-end a");
	}

	@Test
	void beginningOfSpeechIsKnownFromReports() {
		play("a", 48_000);
		assertThat(this.sink.heardSince("a", 0)).isNull();
		this.sink.played("a", 0, 0);
		assertThat(this.sink.heardSince("a", 0)).isNull();
		this.now = this.now.plusMillis(130);
		this.sink.played("a", 0, 100);
		assertThat(this.sink.heardSince("a", 0)).isEqualTo(Duration.ofMillis(100));
		this.now = this.now.plusMillis(90);
		this.sink.played("a", 0, 200);
		assertThat(this.sink.heardSince("a", 0)).isEqualTo(Duration.ofMillis(200));
		this.now = this.now.plusMillis(500);
		this.sink.played("a", 0, 300);
		assertThat(this.sink.heardSince("a", 0)).isEqualTo(Duration.ofMillis(700));
		assertThat(this.sink.heardSince("b", 0)).isNull();
	}

	@Test
	void nothingFollowsClear() {
		play("a", 480);
		this.sink.clear();
		this.sink.end("a", 0);
		assertThat(this.output.calls).containsExactly("audio a", "480", "dropped", "clear");
	}

	@Test
	void pageHasNotPlayedMoreThanItWasGiven() {
		play("a", 4800);
		this.sink.played("a", 0, 5000);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(100);
		play("a", 4800);
		this.sink.played("a", 0, 150);
		this.sink.played("a", 0, 20);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(150);
	}

	@Test
	void nothingWasPlayedOfWhatThePageDoesNotKnow() {
		this.sink.played("a", 0, 100);
		play("a", 4800);
		assertThat(this.sink.playedMillis("a", 0)).isZero();
		assertThat(this.sink.playedMillis("a", 1)).isZero();
	}

	@Test
	void lastBlockOfThePlayerCountsAsTheEnd() {
		play("a", 4800);
		this.sink.played("a", 0, 85);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(85);
		this.sink.end("a", 0);
		this.sink.played("a", 0, 85);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(100);
	}

	@Test
	void positionStaysWhenThePageIsCleared() {
		play("a", 4800);
		this.sink.played("a", 0, 40);
		assertThat(this.sink.isSpeaking()).isTrue();
		this.sink.clear();
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(40);
		assertThat(this.sink.isSpeaking()).isFalse();
	}

	@Test
	void whatWasNotHeardMayBePlayedAgain() {
		play("a", 4800);
		this.sink.end("a", 0);
		play("b", 9600);
		this.sink.played("a", 0, 40);
		this.sink.clear();
		this.output.calls.clear();
		play("a", 2880);
		play("b", 9600);
		play("b", 480);
		assertThat(this.output.calls).containsExactly("audio a from 40", "2880", "audio-end a", "audio b", "9600",
				"480");
		this.sink.played("a", 0, 85);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(100);
		this.sink.played("b", 0, 300);
		assertThat(this.sink.playedMillis("b", 0)).isEqualTo(210);
	}

	@Test
	void pageThatHasForgottenGoesOnWhereTheSpeechIs() {
		play("a", 4800);
		this.sink.played("a", 0, 40);
		this.sink.forget();
		assertThat(this.sink.isSpeaking()).isFalse();
		play("a", 4800);
		assertThat(this.sink.isSpeaking()).isTrue();
		assertThat(this.output.calls).containsExactly("audio a", "4800", "audio a from 100", "4800");
	}

	@Test
	void otherFormatsBecomeWhatPagesPlay() {
		AudioFormat pcma = new AudioPcma();
		this.sink.play(new AudioChunk("a", 0, AudioData.of(new byte[800]), pcma));
		this.sink.end("a", 0);
		this.sink.play(new AudioChunk("b", 0, AudioData.of(new byte[3200]), new AudioPcm(16_000L)));
		this.sink.end("b", 0);
		assertThat(this.output.played).isEqualTo(2 * 4800);
		this.sink.played("a", 0, 100);
		assertThat(this.sink.playedMillis("a", 0)).isEqualTo(100);
	}

	@Test
	void memoryIsBounded() {
		for (int i = 0; i < 300; i++) {
			play("item" + i, 480);
			this.sink.played("item" + i, 0, 10);
		}
		assertThat(this.sink.playedMillis("item0", 0)).isZero();
		assertThat(this.sink.playedMillis("item299", 0)).isEqualTo(10);
	}

	private void play(String itemId, int bytes) {
		this.sink.play(new AudioChunk(itemId, 0, AudioData.of(new byte[bytes]), AudioPcm.at24kHz()));
	}

	private static final class RecordingOutput implements PageOutput {

		private final List<String> calls = new ArrayList<>();

		private int played;

		@Override
		public void tell(String json) {
			this.calls.add(JsonMapper.shared().readTree(json).path("type").asString());
		}

		@Override
		public void tellOfAudio(String json) {
			JsonNode message = JsonMapper.shared().readTree(json);
			long offset = message.path("offsetMs").asLong();
			this.calls.add(message.path("type").asString() + " " + message.path("itemId").asString()
					+ ((offset > 0) ? " from " + offset : ""));
		}

		@Override
		public void play(byte[] pcm16) {
			this.played += pcm16.length;
			if (pcm16.length > 0) {
				this.calls.add(String.valueOf(pcm16.length));
			}
		}

		@Override
		public void dropAudio() {
			this.calls.add("dropped");
		}

	}

}
