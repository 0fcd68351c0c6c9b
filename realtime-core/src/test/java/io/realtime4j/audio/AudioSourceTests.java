package io.realtime4j.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AudioSource}.
 */
class AudioSourceTests {

	private static final byte[] SAMPLES = new byte[4_800];

	static {
		new Random(7).nextBytes(SAMPLES);
	}

	private static final Pcm PCM = Pcm.of(16_000, SAMPLES);

	@Test
	void wavIsReadFromFilesStreamsAndBytes(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("question.wav");
		WavFile.write(PCM, file);
		byte[] content = WavFile.toBytes(PCM);
		for (AudioSource source : List.of(AudioSource.wav(file), AudioSource.wav(content),
				AudioSource.wav(new ByteArrayInputStream(content)), AudioSource.of(PCM))) {
			assertThat(source.sampleRate()).isEqualTo(16_000);
			assertThat(source.pace()).isEqualTo(AudioPace.SPOKEN);
			assertThat(all(source)).isEqualTo(SAMPLES);
		}
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> AudioSource.wav(new byte[10]));
	}

	@Test
	void streamInPiecesOfAnySizeIsReadInWholeSamples() throws IOException {
		AudioSource source = AudioSource.pcm(inOddPieces(SAMPLES), 16_000);
		List<byte[]> pieces = pieces(source);
		assertThat(pieces).allMatch((piece) -> piece.length > 0 && piece.length % 2 == 0);
		assertThat(join(pieces)).isEqualTo(SAMPLES);
	}

	@Test
	void halfSampleAtTheEndIsDropped() throws IOException {
		assertThat(all(AudioSource.pcm(new ByteArrayInputStream(new byte[] { 1, 2, 3 }), 24_000))).containsExactly(1,
				2);
	}

	@Test
	void g711IsDecoded() throws IOException {
		byte[] codes = Arrays.copyOf(SAMPLES, 333);
		AudioSource ulaw = AudioSource.ulaw(inOddPieces(codes));
		assertThat(ulaw.sampleRate()).isEqualTo(8000);
		assertThat(all(ulaw)).isEqualTo(G711.decodeUlaw(codes));
		assertThat(all(AudioSource.alaw(inOddPieces(codes)))).isEqualTo(G711.decodeAlaw(codes));
	}

	@Test
	void sourceTakesAnotherPace() throws IOException {
		boolean[] closed = new boolean[1];
		AudioSource source = AudioSource.pcm(new ByteArrayInputStream(SAMPLES) {

			@Override
			public void close() {
				closed[0] = true;
			}

		}, 16_000).atOnce();
		assertThat(source.pace()).isEqualTo(AudioPace.AT_ONCE);
		assertThat(source.at(AudioPace.LIVE).pace()).isEqualTo(AudioPace.LIVE);
		assertThat(all(source)).isEqualTo(SAMPLES);
		source.close();
		assertThat(closed[0]).isTrue();
	}

	@Test
	void silenceLastsItsTime() throws IOException {
		AudioSource silence = AudioSource.silence(Duration.ofMillis(500));
		assertThat(all(silence)).hasSize(silence.sampleRate()).containsOnly(0);
	}

	@Test
	void sampleRatesThatCannotBeAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AudioSource.pcm(InputStream.nullInputStream(), 999))
			.withMessageContaining("999");
	}

	@Test
	void microphoneIsStartedMixedDownAndClosed() throws IOException {
		List<String> calls = new ArrayList<>();
		ByteArrayInputStream stereo = new ByteArrayInputStream(new byte[] { 2, 0, 4, 0, 10, 0, 20, 0 });
		AudioSource source = AudioSource.of(line(new AudioFormat(48_000, 16, 2, true, false), stereo, calls));
		assertThat(source.sampleRate()).isEqualTo(48_000);
		assertThat(source.pace()).isEqualTo(AudioPace.LIVE);
		assertThat(all(source)).containsExactly(3, 0, 15, 0);
		source.close();
		assertThat(calls).containsExactly("start", "stop", "close");
	}

	@Test
	void microphoneOfAnotherFormatIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AudioSource
			.of(line(new AudioFormat(48_000, 16, 1, true, true), InputStream.nullInputStream(), new ArrayList<>())));
	}

	private static TargetDataLine line(AudioFormat format, InputStream in, List<String> calls) {
		return (TargetDataLine) Proxy.newProxyInstance(AudioSourceTests.class.getClassLoader(),
				new Class<?>[] { TargetDataLine.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "getFormat" -> format;
					case "isOpen" -> true;
					case "isRunning" -> calls.contains("start");
					case "read" -> Math.max(0, in.read((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]));
					default -> {
						calls.add(method.getName());
						yield null;
					}
				});
	}

	// A network gives what it has
	private static InputStream inOddPieces(byte[] bytes) {
		return new ByteArrayInputStream(bytes) {

			private int next;

			@Override
			public synchronized int read(byte[] target, int offset, int length) {
				this.next = this.next % 7 + 1;
				return super.read(target, offset, Math.min(length, this.next));
			}

		};
	}

	private static byte[] all(AudioSource source) throws IOException {
		return join(pieces(source));
	}

	private static List<byte[]> pieces(AudioSource source) throws IOException {
		List<byte[]> pieces = new ArrayList<>();
		for (byte[] piece = source.read(); piece != null; piece = source.read()) {
			pieces.add(piece);
		}
		return pieces;
	}

	private static byte[] join(List<byte[]> pieces) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		pieces.forEach(bytes::writeBytes);
		return bytes.toByteArray();
	}

}
