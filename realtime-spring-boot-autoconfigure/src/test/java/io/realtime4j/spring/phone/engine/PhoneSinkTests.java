package io.realtime4j.spring.phone.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.playback.AudioChunk;
import io.realtime4j.spring.bridge.connection.PageOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link PhoneSink}.
 */
class PhoneSinkTests {

	private final Line line = new Line();

	private final PhoneSink sink = new PhoneSink(this.line, mock(PageOutput.class));

	@Test
	void audioIsPlayedInFramesAndTheLastOneIsFilled() {
		this.sink.play(chunk("item_1", 100));
		this.sink.play(chunk("item_1", 333));
		this.sink.end("item_1", 0);
		assertThat(this.line.frames).hasSize(3).allSatisfy((frame) -> assertThat(frame).hasSize(160));
		byte[] last = this.line.frames.get(2);
		assertThat(Arrays.copyOf(last, 113)).containsOnly((byte) 1);
		assertThat(Arrays.copyOfRange(last, 113, 160)).containsOnly((byte) 0xFF);
	}

	@Test
	void heardIsWhatMarksTell() {
		this.sink.play(chunk("item_1", 800));
		this.sink.play(chunk("item_1", 800));
		this.sink.play(chunk("item_1", 800));
		assertThat(this.line.marks).hasSize(3);
		assertThat(this.sink.playedMillis("item_1", 0)).isZero();
		this.sink.played(this.line.marks.get(0));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(100);
		this.sink.clear();
		assertThat(this.line.clears).isOne();
		this.sink.played(this.line.marks.get(1));
		this.sink.played(this.line.marks.get(2));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(100);
	}

	@Test
	void longChunkHasMarksOnItsWay() {
		this.sink.play(chunk("item_1", 8000));
		assertThat(this.line.marks).hasSize(10);
		this.sink.played(this.line.marks.get(6));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(700);
	}

	@Test
	void silenceThatFillsAFrameIsNotHeardSpeech() {
		this.sink.play(chunk("item_1", 200));
		this.sink.end();
		this.sink.played(this.line.marks.get(this.line.marks.size() - 1));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(25);
	}

	@Test
	void whatIsHeardAlreadyIsNotCleared() {
		this.sink.play(chunk("item_1", 160));
		this.sink.played(this.line.marks.get(0));
		this.sink.clear();
		assertThat(this.line.clears).isZero();
	}

	@Test
	void itemAfterAnotherHasItsOwnPosition() {
		this.sink.play(chunk("item_1", 160));
		this.sink.play(chunk("item_2", 320));
		this.sink.played(this.line.marks.get(1));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(20);
		assertThat(this.sink.playedMillis("item_2", 0)).isEqualTo(40);
	}

	@Test
	void audioThatIsPlayedAgainAfterAClearHasMarksOfItsOwn() {
		this.sink.play(chunk("item_1", 800));
		this.sink.end("item_1", 0);
		this.sink.clear();
		this.sink.play(chunk("item_1", 800));
		this.sink.played(this.line.marks.get(0));
		assertThat(this.sink.playedMillis("item_1", 0)).isZero();
		this.sink.played(this.line.marks.get(1));
		assertThat(this.sink.playedMillis("item_1", 0)).isEqualTo(100);
	}

	@Test
	void silenceComesWithTheLastMarkOrAClear() {
		assertThat(this.sink.silent()).isCompleted();
		this.sink.play(chunk("item_1", 1600));
		assertThat(this.sink.silent()).isNotDone();
		this.sink.played(this.line.marks.get(1));
		assertThat(this.sink.silent()).isCompleted();
		this.sink.play(chunk("item_1", 800));
		assertThat(this.sink.silent()).isNotDone();
		this.sink.clear();
		assertThat(this.sink.silent()).isCompleted();
	}

	private static AudioChunk chunk(String itemId, int length) {
		byte[] audio = new byte[length];
		Arrays.fill(audio, (byte) 1);
		return new AudioChunk(itemId, 0, AudioData.of(audio), new AudioPcmu());
	}

	/**
	 * A line that notes what is said on it.
	 */
	private static final class Line implements PhoneDialect {

		private final List<byte[]> frames = new ArrayList<>();

		private final List<String> marks = new ArrayList<>();

		private int clears;

		@Override
		public AudioFormat format() {
			return new AudioPcmu();
		}

		@Override
		public CarrierMessage read(String text) {
			return new CarrierMessage.Ignored();
		}

		@Override
		public CarrierMessage read(ByteBuffer content) {
			return new CarrierMessage.Ignored();
		}

		@Override
		public void play(PageOutput output, byte[] frame) {
			this.frames.add(frame);
		}

		@Override
		public void mark(PageOutput output, String name) {
			this.marks.add(name);
		}

		@Override
		public void clear(PageOutput output) {
			this.clears++;
		}

	}

}
