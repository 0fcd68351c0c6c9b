package io.realtime4j.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WavFile}.
 */
class WavFileTests {

	private static final byte[] PCM16 = { 1, 2, 3, 4, 5, 6, -7, -8 };

	private static void assertSamples(byte[] file, int... expected) throws IOException {
		byte[] pcm16 = WavFile.read(file).audio().bytes();
		int[] samples = new int[pcm16.length / 2];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = Pcm16.get(pcm16, 2 * i);
		}
		assertThat(samples).containsExactly(expected);
	}

	@Nested
	class Reading {

		@Test
		void sixteenBitsAreKeptAsTheyAre() throws IOException {
			Pcm pcm = WavFile.read(WavBuilder.file(1, 1, 24000, 16, PCM16));
			assertThat(pcm).isEqualTo(Pcm.of(24000, PCM16));
		}

		@Test
		void eightBitsAreUnsigned() throws IOException {
			assertSamples(WavBuilder.file(1, 1, 8000, 8, new byte[] { (byte) 128, 0, (byte) 255, (byte) 129 }), 0,
					-32768, 32512, 256);
		}

		@Test
		void twentyFourBitsAreRounded() throws IOException {
			assertSamples(
					WavBuilder.file(1, 1, 48000, 24,
							new byte[] { 0x7F, 1, 0, (byte) 0x80, 1, 0, 0, 0, (byte) 0x80, -1, -1, 0x7F }),
					1, 2, -32768, 32767);
		}

		@Test
		void thirtyTwoBitsAreRounded() throws IOException {
			byte[] data = WavBuilder.buffer(16)
				.putInt(0x0001_7FFF)
				.putInt(0x0001_8000)
				.putInt(Integer.MIN_VALUE)
				.putInt(Integer.MAX_VALUE)
				.array();
			assertSamples(WavBuilder.file(1, 1, 48000, 32, data), 1, 2, -32768, 32767);
		}

		@Test
		void floatsAreClipped() throws IOException {
			ByteBuffer data = WavBuilder.buffer(32);
			for (float value : new float[] { 0, 0.5f, -1, 1, 3, Float.NEGATIVE_INFINITY, Float.NaN, 1 / 32768f }) {
				data.putFloat(value);
			}
			assertSamples(WavBuilder.file(3, 1, 44100, 32, data.array()), 0, 16384, -32768, 32767, 32767, -32768, 0, 1);
		}

		@Test
		void telephonyIsDecoded() throws IOException {
			byte[] codes = { 0, 17, 85, -1, -128, 127 };
			assertThat(WavFile.read(WavBuilder.file(7, 1, 8000, 8, codes)))
				.isEqualTo(Pcm.of(8000, G711.decodeUlaw(codes)));
			assertThat(WavFile.read(WavBuilder.file(6, 1, 8000, 8, codes)))
				.isEqualTo(Pcm.of(8000, G711.decodeAlaw(codes)));
		}

		@Test
		void channelsAreMixedDownByTheirAverage() throws IOException {
			byte[] data = WavBuilder.buffer(12)
				.putShort((short) 100)
				.putShort((short) 201)
				.putShort(Short.MAX_VALUE)
				.putShort(Short.MAX_VALUE)
				.putShort((short) -3000)
				.putShort((short) 3000)
				.array();
			assertSamples(WavBuilder.file(1, 2, 44100, 16, data), 151, 32767, 0);
			assertSamples(WavBuilder.file(1, 6, 44100, 16, data), (100 + 201 + 32767 + 32767 - 3000 + 3000 + 3) / 6);
		}

		@Test
		void extensibleFormatsAreUnderstood() throws IOException {
			byte[] file = new WavBuilder().extensible(1, 1, 96000, 16).chunk("data", PCM16).build();
			assertThat(WavFile.read(file)).isEqualTo(Pcm.of(96000, PCM16));
			byte[] floats = new WavBuilder().extensible(3, 1, 96000, 32).chunk("data", new byte[8]).build();
			assertThat(WavFile.read(floats)).isEqualTo(Pcm.of(96000, new byte[4]));
		}

		@Test
		void unknownChunksAndTheirPaddingAreSkipped() throws IOException {
			byte[] file = new WavBuilder().chunk("LIST", new byte[7])
				.chunk("JUNK", new byte[0])
				.format(1, 1, 24000, 16)
				.chunk("fact", new byte[4])
				.chunk("bext", new byte[603])
				.chunk("data", PCM16)
				.chunk("LIST", new byte[99])
				.build();
			assertThat(WavFile.read(file)).isEqualTo(Pcm.of(24000, PCM16));
		}

		@ParameterizedTest
		@CsvSource({ "0xFFFFFFFF,0xFFFFFFFF", "0,0", "0,36", "0xFFFFFFFF,0", "0x7FFFF000,0x7FFFF024", "0,0xFFFFFFFF",
				"0x7FFFFFFF,0" })
		void streamsOfUnknownSizeAreReadToTheEnd(String dataSize, String riffSize) throws IOException {
			byte[] samples = new Tone(1000, 24000).pcm16(20_000);
			byte[] file = new WavBuilder().format(1, 1, 24000, 16)
				.chunk("data", Long.decode(dataSize), samples)
				.riffSize(Long.decode(riffSize))
				.build();
			assertThat(WavFile.read(file)).isEqualTo(Pcm.of(24000, samples));
		}

		@Test
		void noSamplesAreNoSamplesEvenIfChunksFollow() throws IOException {
			byte[] file = new WavBuilder().format(1, 1, 24000, 16)
				.chunk("data", new byte[0])
				.chunk("LIST", new byte[26])
				.build();
			assertThat(WavFile.read(file)).isEqualTo(Pcm.of(24000, new byte[0]));
			assertThat(WavFile.read(WavBuilder.file(1, 1, 24000, 16, new byte[0])).samples()).isZero();
		}

		@Test
		void incompleteFrameAtTheEndIsDropped() throws IOException {
			assertThat(WavFile.read(WavBuilder.file(1, 1, 24000, 16, new byte[] { 1, 2, 3 })).samples()).isOne();
			byte[] stream = new WavBuilder().format(1, 2, 24000, 16).chunk("data", 0xFFFF_FFFFL, new byte[11]).build();
			assertThat(WavFile.read(stream).samples()).isEqualTo(2);
		}

		@Test
		void streamIsReadNoFurtherThanTheSamples() throws IOException {
			ByteArrayOutputStream two = new ByteArrayOutputStream();
			two.writeBytes(WavBuilder.file(1, 1, 24000, 16, PCM16));
			two.writeBytes(WavBuilder.file(1, 1, 8000, 16, new byte[4]));
			ByteArrayInputStream in = new ByteArrayInputStream(two.toByteArray());
			assertThat(WavFile.read(in).sampleRate()).isEqualTo(24000);
			assertThat(WavFile.read(in)).isEqualTo(Pcm.of(8000, new byte[4]));
		}

	}

	@Nested
	class Writing {

		@ParameterizedTest
		@ValueSource(ints = { 8000, 22050, 24000, 48000 })
		void contentIsReadBackAsItWas(int rate) throws IOException {
			Pcm pcm = Pcm.of(rate, new Tone(1000, rate).pcm16(rate));
			assertThat(WavFile.read(WavFile.toBytes(pcm))).isEqualTo(pcm);
		}

		@Test
		void fileIsReadBackAsItWas(@TempDir Path directory) throws IOException {
			Pcm pcm = Pcm.of(24000, PCM16);
			Path file = directory.resolve("tone.wav");
			WavFile.write(pcm, file);
			assertThat(WavFile.read(file)).isEqualTo(pcm);
			assertThat(file).hasBinaryContent(WavFile.toBytes(pcm));
		}

		@Test
		void contentIsWhatOthersRead() throws Exception {
			AudioInputStream in = AudioSystem
				.getAudioInputStream(new ByteArrayInputStream(WavFile.toBytes(Pcm.of(24000, PCM16))));
			assertThat(in.getFormat().toString()).contains("PCM_SIGNED 24000.0 Hz, 16 bit, mono")
				.contains("little-endian");
			assertThat(in.getFrameLength()).isEqualTo(4);
			assertThat(in.readAllBytes()).isEqualTo(PCM16);
		}

	}

	@Nested
	class Stereo {

		private byte[] stereo(byte[] left, byte[] right, long samples) throws IOException {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			WavFile.writeStereo(8000, new ByteArrayInputStream(left), new ByteArrayInputStream(right), samples, out);
			return out.toByteArray();
		}

		@Test
		void sidesAreInterleavedAndTheShorterOneEndsInSilence() throws Exception {
			byte[] file = stereo(new byte[] { 1, 2, 3, 4, 5, 6 }, new byte[] { 7, 8 }, 3);
			try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
				assertThat(in.getFormat().getChannels()).isEqualTo(2);
				assertThat(in.getFormat().getSampleRate()).isEqualTo(8000);
				assertThat(in.getFrameLength()).isEqualTo(3);
				assertThat(in.readAllBytes()).containsExactly(1, 2, 7, 8, 3, 4, 0, 0, 5, 6, 0, 0);
			}
		}

		@Test
		void longSidesAreWrittenInPieces() throws Exception {
			byte[] left = new byte[20_000];
			byte[] right = new byte[20_000];
			for (int i = 0; i < left.length; i++) {
				left[i] = (byte) i;
				right[i] = (byte) -i;
			}
			byte[] file = stereo(left, right, 10_000);
			assertThat(file).hasSize(44 + 40_000);
			for (int i = 0; i < 10_000; i++) {
				int frame = 44 + 4 * i;
				assertThat(new byte[] { file[frame], file[frame + 1], file[frame + 2], file[frame + 3] })
					.containsExactly(left[2 * i], left[2 * i + 1], right[2 * i], right[2 * i + 1]);
			}
		}

		@Test
		void halfSampleAtTheEndIsDropped() throws Exception {
			byte[] file = stereo(new byte[] { 1, 2, 3 }, new byte[0], 2);
			assertThat(Arrays.copyOfRange(file, 44, 52)).containsExactly(1, 2, 0, 0, 0, 0, 0, 0);
		}

		@ParameterizedTest
		@ValueSource(longs = { -1, 1_073_741_813 })
		void fileHoldsNoMoreThanItsHeaderCanTell(long samples) {
			assertThatIllegalArgumentException().isThrownBy(() -> stereo(new byte[0], new byte[0], samples));
		}

	}

}
