package io.realtime4j.playback;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.G711;
import io.realtime4j.audio.Pcm;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcmu;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LineAudioSink}.
 */
class LineAudioSinkTests {

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final List<String> calls = new ArrayList<>();

	private final Deque<Runnable> tasks = new ArrayDeque<>();

	@Test
	void speechIsWrittenInOrderOnTheExecutor() {
		LineAudioSink sink = new LineAudioSink(line(24_000, 1), this.tasks::add);
		sink.play(chunk(new byte[] { 1, 0, 2, 0 }));
		sink.play(chunk(new byte[] { 3, 0 }));
		assertThat(this.written.size()).isZero();
		assertThat(this.tasks).hasSize(1);
		runTasks();
		assertThat(this.written.toByteArray()).containsExactly(1, 0, 2, 0, 3, 0);
		assertThat(this.calls).startsWith("start");
		sink.play(chunk(new byte[] { 4, 0 }));
		runTasks();
		assertThat(this.written.toByteArray()).endsWith(4, 0);
	}

	@Test
	void halfASampleWaitsForTheNextPiece() {
		LineAudioSink sink = new LineAudioSink(line(24_000, 1), Runnable::run);
		sink.play(chunk(new byte[] { 1, 2, 3 }));
		sink.play(chunk(new byte[] { 4 }));
		assertThat(this.written.toByteArray()).containsExactly(1, 2, 3, 4);
		sink.play(chunk(new byte[] { 5 }));
		sink.clear();
		sink.play(chunk(new byte[] { 6, 7 }));
		assertThat(this.written.toByteArray()).containsExactly(1, 2, 3, 4, 6, 7);
	}

	@Test
	void speechIsBroughtToTheRateAndTheChannelsOfTheLine() {
		LineAudioSink sink = new LineAudioSink(line(48_000, 2), Runnable::run);
		sink.play(chunk(new byte[48_000]));
		assertThat(this.written.size()).isEqualTo(4 * 48_000);
	}

	@Test
	void telephonesSpeechIsDecoded() {
		byte[] codes = { 1, 2, 3, (byte) 200 };
		new LineAudioSink(line(8_000, 1), Runnable::run)
			.play(new AudioChunk("item_1", 0, AudioData.of(codes), new AudioPcmu()));
		assertThat(this.written.toByteArray()).isEqualTo(G711.decodeUlaw(codes));
	}

	@Test
	void clearingForgetsWhatIsNotWrittenAndFlushesTheLine() {
		LineAudioSink sink = new LineAudioSink(line(24_000, 1), this.tasks::add);
		sink.play(chunk(new byte[4_800]));
		sink.clear();
		runTasks();
		assertThat(this.written.size()).isZero();
		assertThat(this.calls).contains("flush");
		sink.play(chunk(new byte[] { 1, 0 }));
		runTasks();
		assertThat(this.written.toByteArray()).containsExactly(1, 0);
	}

	@Test
	void translationsArePlayedToo() {
		new LineAudioSink(line(24_000, 1), Runnable::run).play(Pcm.of(24_000, new byte[] { 1, 0 }));
		assertThat(this.written.toByteArray()).containsExactly(1, 0);
	}

	@Test
	void executorThatIsShutDownPlaysNothing() {
		LineAudioSink sink = new LineAudioSink(line(24_000, 1), (task) -> {
			throw new RejectedExecutionException();
		});
		sink.play(chunk(new byte[] { 1, 0 }));
		assertThat(this.written.size()).isZero();
	}

	@Test
	void positionIsThatOfTheClock() {
		LineAudioSink sink = new LineAudioSink(line(24_000, 1), Runnable::run);
		assertThat(sink.playedMillis("item_1", 0)).isZero();
		sink.play(chunk(new byte[4_800]));
		assertThat(sink.playedMillis("item_1", 0)).isBetween(0L, 100L);
	}

	@Test
	void lineOfAnotherFormatIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LineAudioSink(line(new AudioFormat(24_000, 8, 1, true, false)), Runnable::run));
	}

	private static AudioChunk chunk(byte[] samples) {
		return new AudioChunk("item_1", 0, AudioData.of(samples), AudioPcm.at24kHz());
	}

	private void runTasks() {
		while (!this.tasks.isEmpty()) {
			this.tasks.poll().run();
		}
	}

	private SourceDataLine line(int rate, int channels) {
		return line(new AudioFormat(rate, 16, channels, true, false));
	}

	private SourceDataLine line(AudioFormat format) {
		return (SourceDataLine) Proxy.newProxyInstance(LineAudioSinkTests.class.getClassLoader(),
				new Class<?>[] { SourceDataLine.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("getFormat")) {
						return format;
					}
					this.calls.add(method.getName());
					if (method.getName().equals("write")) {
						this.written.write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
						return arguments[2];
					}
					return null;
				});
	}

}
