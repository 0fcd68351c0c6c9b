package io.realtime4j.spring.phone.engine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.audio.AudioPcm;
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

	private final Line line = new Line(new AudioPcmu());

	private final List<byte[]> heard = new ArrayList<>();

	private int overflows;

	private Instant now = Instant.EPOCH;

	private final PhoneSink sink = sink(this.line);

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
	void beginningOfTheSpeechIsKnownFromTheFirstMarkOn() {
		this.sink.play(chunk("item_1", 8000));
		assertThat(this.sink.heardSince("item_1", 0)).isNull();
		this.now = this.now.plusMillis(350);
		this.sink.played(this.line.marks.get(0));
		assertThat(this.sink.heardSince("item_1", 0)).hasMillis(100);
		this.now = this.now.plusMillis(5000);
		this.sink.played(this.line.marks.get(2));
		assertThat(this.sink.heardSince("item_1", 0)).hasMillis(5100);
	}

	@Test
	void whatWasHeardIsToldWhenItsMarkComesBack() {
		this.sink.play(chunk("item_1", 800));
		this.sink.play(chunk("item_1", 333));
		this.sink.end("item_1", 0);
		assertThat(this.heard).isEmpty();
		this.sink.played(this.line.marks.get(this.line.marks.size() - 1));
		assertThat(this.heard.stream().mapToInt((audio) -> audio.length).sum()).isEqualTo(1280);
	}

	@Test
	void whatWasClearedWasNotHeard() {
		this.sink.play(chunk("item_1", 800));
		this.sink.play(chunk("item_1", 900));
		this.sink.played(this.line.marks.get(0));
		this.sink.clear();
		this.line.marks.forEach(this.sink::played);
		assertThat(this.heard).singleElement().satisfies((audio) -> assertThat(audio).hasSize(800));
		this.sink.play(chunk("item_2", 160));
		this.sink.played(this.line.marks.get(this.line.marks.size() - 1));
		assertThat(this.heard).last().satisfies((audio) -> assertThat(audio).hasSize(160));
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

	@Test
	void lineOfAnotherRateIsSpokenAtItsRate() {
		Line wide = new Line(new AudioPcm(16_000L));
		PhoneSink resampling = sink(wide);
		for (int i = 0; i < 10; i++) {
			resampling.play(pcm("item_1", 481));
		}
		resampling.end("item_1", 0);
		assertThat(wide.frames).hasSize(6).allSatisfy((frame) -> assertThat(frame).hasSize(640));
		resampling.played(wide.marks.get(wide.marks.size() - 1));
		assertThat(resampling.playedMillis("item_1", 0)).isEqualTo(100);
	}

	@Test
	void resamplingBeginsAnewWithEachPart() {
		Line wide = new Line(new AudioPcm(16_000L));
		PhoneSink resampling = sink(wide);
		resampling.play(pcm("item_1", 960));
		resampling.play(pcm("item_2", 960));
		resampling.end();
		assertThat(wide.frames).hasSize(2);
		resampling.play(pcm("item_3", 100));
		resampling.clear();
		resampling.play(pcm("item_4", 960));
		resampling.end();
		assertThat(wide.frames).hasSize(3);
		assertThat(wide.frames.get(2)).isEqualTo(wide.frames.get(1));
	}

	@Test
	void pcmAtTheRateOfTheServiceIsNotChanged() {
		Line full = new Line(AudioPcm.at24kHz());
		PhoneSink plain = sink(full);
		plain.play(pcm("item_1", 959));
		plain.play(pcm("item_1", 1));
		assertThat(full.frames).singleElement().satisfies((frame) -> assertThat(frame).containsOnly((byte) 1));
	}

	@Test
	void carrierIsGivenNoMoreThanItsQueueTakes() {
		Line small = new Line(new AudioPcmu(), 60);
		PhoneSink queueing = sink(small);
		queueing.play(chunk("item_1", 160 * 120));
		queueing.end("item_1", 0);
		assertThat(small.frames).hasSize(50);
		assertThat(small.marks).hasSize(10);
		queueing.played(small.marks.get(1));
		assertThat(small.frames).hasSize(60);
		assertThat(queueing.playedMillis("item_1", 0)).isEqualTo(200);
		while (queueing.playedMillis("item_1", 0) < 2400) {
			queueing.played(small.marks.get(small.marks.size() - 1));
		}
		assertThat(small.frames).hasSize(120);
		assertThat(queueing.silent()).isCompleted();
	}

	@Test
	void marksTakeAPlaceInTheQueueAsWell() {
		Line small = new Line(new AudioPcmu(), 60);
		PhoneSink queueing = sink(small);
		for (int i = 0; i < 100; i++) {
			queueing.play(chunk("item_1", 160));
		}
		assertThat(small.frames).hasSize(30);
		assertThat(small.marks).hasSize(30);
		queueing.played(small.marks.get(9));
		assertThat(small.frames).hasSize(40);
		assertThat(small.marks).hasSize(40);
	}

	@Test
	void carrierThatNeverTellsIsRecordedAsItIsGivenAudio() {
		this.sink.watch(0);
		this.sink.play(chunk("item_1", 800));
		this.sink.watch(1000);
		this.sink.watch(6099);
		assertThat(this.heard).isEmpty();
		this.sink.watch(6100);
		assertThat(heardBytes()).isEqualTo(800);
		this.sink.play(chunk("item_1", 800));
		assertThat(heardBytes()).isEqualTo(1600);
		this.sink.played(this.line.marks.get(1));
		assertThat(heardBytes()).isEqualTo(1600);
		// It tells again: what is not heard is not recorded
		this.sink.play(chunk("item_1", 800));
		assertThat(heardBytes()).isEqualTo(1600);
		this.sink.played(this.line.marks.get(2));
		assertThat(heardBytes()).isEqualTo(2400);
	}

	@Test
	void audioThatIsKeptForTheRecordingIsBounded() {
		this.sink.play(chunk("item_1", UnheardAudio.MAX_KEPT));
		assertThat(this.heard).isEmpty();
		this.sink.play(chunk("item_1", 1600));
		assertThat(heardBytes()).isBetween(1600, 2400);
		this.sink.clear();
		this.sink.play(chunk("item_2", 160));
		assertThat(heardBytes()).isLessThan(2400);
	}

	private int heardBytes() {
		return this.heard.stream().mapToInt((audio) -> audio.length).sum();
	}

	@Test
	void whatWaitsForTheQueueIsForgottenWhenItIsCleared() {
		Line small = new Line(new AudioPcmu(), 60);
		PhoneSink queueing = sink(small);
		queueing.play(chunk("item_1", 160 * 120));
		queueing.clear();
		queueing.play(chunk("item_2", 160 * 50));
		assertThat(small.frames).hasSize(100);
		queueing.played(small.marks.get(9));
		assertThat(queueing.playedMillis("item_1", 0)).isZero();
		assertThat(small.frames).hasSize(100);
	}

	@Test
	void carrierThatDoesNotTellWhatWasHeardIsGivenTheRestWhenItMustHavePlayed() {
		Line small = new Line(new AudioPcmu(), 60);
		PhoneSink queueing = sink(small);
		queueing.watch(0);
		queueing.play(chunk("item_1", 160 * 120));
		queueing.watch(1000);
		queueing.watch(7199);
		assertThat(small.frames).hasSize(50);
		queueing.watch(7200);
		assertThat(small.frames).hasSize(100);
		queueing.watch(7500);
		queueing.played(small.marks.get(0));
		queueing.watch(13_000);
		queueing.watch(13_500);
		assertThat(small.frames).hasSize(100);
		assertThat(queueing.playedMillis("item_1", 0)).isEqualTo(100);
		queueing.watch(19_200);
		assertThat(small.frames).hasSize(120);
	}

	@Test
	void lineIsBehindByWhatWasNotHeard() {
		Line line = new Line(new AudioPcmu(), 1000);
		PhoneSink sink = sink(line);
		sink.play(chunk("item_1", 160 * 10));
		assertThat(sink.behindMillis()).isEqualTo(200);
		sink.played(line.marks.get(0));
		assertThat(sink.behindMillis()).isEqualTo(100);
		sink.clear();
		assertThat(sink.behindMillis()).isZero();
	}

	@Test
	void carrierThatPlaysNothingIsToldOnce() {
		Line small = new Line(new AudioPcmu(), 60);
		PhoneSink queueing = sink(small);
		queueing.play(chunk("item_1", CarrierQueue.MAX_WAITING));
		assertThat(this.overflows).isZero();
		queueing.play(chunk("item_1", 160 * 60));
		assertThat(this.overflows).isOne();
	}

	private PhoneSink sink(PhoneDialect dialect) {
		AudioFormat session = AudioFormats.isPcm(dialect.format()) ? AudioPcm.at24kHz() : dialect.format();
		return new PhoneSink(dialect, session, mock(PageOutput.class), () -> this.overflows++, this.heard::add,
				() -> this.now);
	}

	private static AudioChunk chunk(String itemId, int length) {
		return chunk(itemId, length, new AudioPcmu());
	}

	private static AudioChunk pcm(String itemId, int length) {
		return chunk(itemId, length, AudioPcm.at24kHz());
	}

	private static AudioChunk chunk(String itemId, int length, AudioFormat format) {
		byte[] audio = new byte[length];
		Arrays.fill(audio, (byte) 1);
		return new AudioChunk(itemId, 0, AudioData.of(audio), format);
	}

	/**
	 * A line that notes what is said on it.
	 */
	private static final class Line implements PhoneDialect {

		private final List<byte[]> frames = new ArrayList<>();

		private final List<String> marks = new ArrayList<>();

		private final AudioFormat format;

		private final int maxQueuedMessages;

		private int clears;

		Line(AudioFormat format) {
			this(format, Integer.MAX_VALUE);
		}

		Line(AudioFormat format, int maxQueuedMessages) {
			this.format = format;
			this.maxQueuedMessages = maxQueuedMessages;
		}

		@Override
		public AudioFormat format() {
			return this.format;
		}

		@Override
		public int maxQueuedMessages() {
			return this.maxQueuedMessages;
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
