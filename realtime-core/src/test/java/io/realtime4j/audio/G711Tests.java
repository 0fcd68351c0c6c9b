package io.realtime4j.audio;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link G711}.
 */
class G711Tests {

	// G.711 tables 5 and 6: a sine wave of 1 kHz at 0 dBm0.
	private static final byte[] ULAW_MILLIWATT = bytes(0x1E, 0x0B, 0x0B, 0x1E, 0x9E, 0x8B, 0x8B, 0x9E);

	private static final byte[] ALAW_MILLIWATT = bytes(0x34, 0x21, 0x21, 0x34, 0xB4, 0xA1, 0xA1, 0xB4);

	@Test
	void digitalMilliwattHasTheLevelOfTheRecommendation() {
		double sine = 20 * Math.log10(Math.sqrt(0.5));
		double ulawOverload = 20 * Math.log10(8159.0 / 8192);
		assertThat(AudioLevel.of(G711.decodeUlaw(ULAW_MILLIWATT)).rms()).isCloseTo(sine + ulawOverload - 3.17,
				within(0.02));
		assertThat(AudioLevel.of(G711.decodeAlaw(ALAW_MILLIWATT)).rms()).isCloseTo(sine - 3.14, within(0.02));
	}

	@Test
	void digitalMilliwattSurvivesARoundTrip() {
		assertThat(G711.encodeUlaw(G711.decodeUlaw(ULAW_MILLIWATT))).isEqualTo(ULAW_MILLIWATT);
		assertThat(G711.encodeAlaw(G711.decodeAlaw(ALAW_MILLIWATT))).isEqualTo(ALAW_MILLIWATT);
	}

	@Test
	void knownUlawCodesHaveTheirSamples() {
		assertThat(samples(G711.decodeUlaw(bytes(0x00, 0x80, 0xFF, 0x7F, 0xFE, 0x7E, 0x0F, 0x8F, 0xEF))))
			.containsExactly(-32124, 32124, 0, 0, 8, -8, -16764, 16764, 132);
	}

	@Test
	void knownAlawCodesHaveTheirSamples() {
		assertThat(samples(G711.decodeAlaw(bytes(0x2A, 0xAA, 0xD5, 0x55, 0xD4, 0x54, 0xC5)))).containsExactly(-32256,
				32256, 8, -8, 24, -24, 264);
	}

	@Test
	void knownSamplesHaveTheirUlawCodes() {
		assertThat(G711.encodeUlaw(pcm16(0, 3, 4, -1, -4, -5, 32767, -32768, 32635, -32636)))
			.isEqualTo(bytes(0xFF, 0xFF, 0xFE, 0x7F, 0x7F, 0x7E, 0x80, 0x00, 0x80, 0x00));
	}

	@Test
	void knownSamplesHaveTheirAlawCodes() {
		assertThat(G711.encodeAlaw(pcm16(0, 15, 16, -1, -16, -17, 32767, -32768)))
			.isEqualTo(bytes(0xD5, 0xD5, 0xD4, 0x55, 0x55, 0x54, 0xAA, 0x2A));
	}

	@Test
	void everyUlawCodeSurvivesARoundTrip() {
		byte[] expected = allCodes();
		expected[0x7F] = (byte) 0xFF;
		assertThat(G711.encodeUlaw(G711.decodeUlaw(allCodes()))).isEqualTo(expected);
	}

	@Test
	void everyAlawCodeSurvivesARoundTrip() {
		assertThat(G711.encodeAlaw(G711.decodeAlaw(allCodes()))).isEqualTo(allCodes());
	}

	@Test
	void everyCodeDecodesToTheMiddleOfItsSamples() {
		assertMiddles(G711::encodeUlaw, G711::decodeUlaw);
		assertMiddles(G711::encodeAlaw, G711::decodeAlaw);
	}

	@Test
	void negativeSamplesMirrorPositiveOnes() {
		int[] positive = IntStream.rangeClosed(0, Short.MAX_VALUE).toArray();
		int[] negative = IntStream.of(positive).map((sample) -> ~sample).toArray();
		assertThat(withoutSign(G711.encodeUlaw(pcm16(negative)))).isEqualTo(G711.encodeUlaw(pcm16(positive)));
		assertThat(withoutSign(G711.encodeAlaw(pcm16(negative)))).isEqualTo(G711.encodeAlaw(pcm16(positive)));
	}

	@Test
	void incompleteSampleIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> G711.encodeUlaw(new byte[5]))
			.withMessage("PCM16 of 5 bytes ends within a sample");
		assertThatIllegalArgumentException().isThrownBy(() -> G711.encodeAlaw(new byte[1]));
	}

	@Test
	void nothingBecomesNothing() {
		assertThat(G711.encodeUlaw(new byte[0])).isEmpty();
		assertThat(G711.decodeAlaw(new byte[0])).isEmpty();
	}

	@Test
	void toneKeepsTheQualityOfTelephony() {
		Tone tone = new Tone(1010, G711.SAMPLE_RATE);
		byte[] source = tone.pcm16(G711.SAMPLE_RATE);
		assertThat(tone.signalToNoise(G711.decodeUlaw(G711.encodeUlaw(source)))).isGreaterThan(36);
		assertThat(tone.signalToNoise(G711.decodeAlaw(G711.encodeAlaw(source)))).isGreaterThan(36);
	}

	// Except for zero and overload, whose ranges are open.
	private static void assertMiddles(UnaryOperator<byte[]> encode, UnaryOperator<byte[]> decode) {
		byte[] codes = encode.apply(pcm16(IntStream.rangeClosed(0, Short.MAX_VALUE).toArray()));
		int[] values = samples(decode.apply(codes));
		int ranges = 0;
		int first = 0;
		for (int sample = 1; sample < codes.length; sample++) {
			if (codes[sample] != codes[sample - 1]) {
				if (first > 0) {
					assertThat(values[first]).isEqualTo((first + sample) / 2);
				}
				first = sample;
				ranges++;
			}
		}
		assertThat(ranges).isEqualTo(127);
	}

	private static byte[] withoutSign(byte[] codes) {
		byte[] result = codes.clone();
		for (int i = 0; i < result.length; i++) {
			result[i] |= (byte) 0x80;
		}
		return result;
	}

	private static byte[] allCodes() {
		byte[] codes = new byte[256];
		for (int i = 0; i < codes.length; i++) {
			codes[i] = (byte) i;
		}
		return codes;
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	private static byte[] pcm16(int... samples) {
		byte[] pcm16 = new byte[2 * samples.length];
		for (int i = 0; i < samples.length; i++) {
			Pcm16.put(pcm16, 2 * i, samples[i]);
		}
		return pcm16;
	}

	private static int[] samples(byte[] pcm16) {
		int[] samples = new int[pcm16.length / 2];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = Pcm16.get(pcm16, 2 * i);
		}
		return samples;
	}

}
