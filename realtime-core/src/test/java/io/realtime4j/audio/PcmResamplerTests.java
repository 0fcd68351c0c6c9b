package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link PcmResampler}.
 */
class PcmResamplerTests {

	private static final int[] RATES = { 8000, 16000, 22050, 44100, 48000 };

	@ParameterizedTest
	@ValueSource(ints = { 8000, 16000, 22050, 44100, 48000 })
	void toneIsCleanAlignedAndAsLoudInBothDirections(int rate) {
		for (int[] rates : new int[][] { { rate, 24000 }, { 24000, rate } }) {
			byte[] result = PcmResampler.convert(new Tone(1000, rates[0]).pcm16(rates[0]), rates[0], rates[1]);
			Tone tone = new Tone(1000, rates[1]);
			assertThat(result).hasSize(2 * rates[1]);
			assertThat(tone.signalToNoise(result)).isGreaterThan(75);
			assertThat(tone.gain(result)).isCloseTo(0, within(0.01));
			assertThat(tone.delayMicros(result)).isCloseTo(0, within(0.1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "8000,24000", "24000,8000", "16000,24000", "24000,16000", "22050,24000", "24000,22050", "44100,24000",
			"24000,44100", "48000,24000", "24000,48000", "11025,44101" })
	void chunksOfAnyLengthEqualTheWhole(int sourceRate, int targetRate) {
		byte[] source = new Tone(1000, sourceRate).pcm16(sourceRate + 17);
		byte[] whole = PcmResampler.convert(source, sourceRate, targetRate);
		for (int millis : new int[] { 10, 20, 37, 900 }) {
			assertThat(stream(source, 2 * (sourceRate * millis / 1000), sourceRate, targetRate)).isEqualTo(whole);
		}
	}

	@Test
	void splitSamplesAreCarriedOver() {
		byte[] source = new Tone(1000, 24000).pcm16(5000);
		byte[] whole = PcmResampler.convert(source, 24000, 8000);
		assertThat(stream(source, 1, 24000, 8000)).isEqualTo(whole);
		assertThat(stream(source, 961, 24000, 8000)).isEqualTo(whole);
		assertThat(stream(source, 961, 24000, 24000)).isEqualTo(source);
	}

	@Test
	void halfASampleAtTheEndIsDropped() {
		PcmResampler resampler = new PcmResampler(8000, 16000);
		assertThat(resampler.resample(new byte[] { 1, 2, 3 })).isEmpty();
		assertThat(resampler.flush()).hasSize(4);
		assertThat(resampler.resample(new byte[] { 1 })).isEmpty();
		assertThat(resampler.flush()).isEmpty();
	}

	@Test
	void totalIsTheExactNumberOfSamples() {
		for (int rate : RATES) {
			for (int samples : new int[] { 0, 1, 2, 3, 31, 32, 33, 159, 160, 441, 1000, 4801 }) {
				byte[] up = PcmResampler.convert(new byte[2 * samples], rate, 24000);
				assertThat(up).hasSize(2 * (int) Math.round(samples * 24000.0 / rate));
				byte[] down = PcmResampler.convert(new byte[2 * samples], 24000, rate);
				assertThat(down).hasSize(2 * (int) Math.round((double) samples * rate / 24000));
			}
		}
	}

	@Test
	void resultLagsTheSourceByFourMillisecondsOfTelephony() {
		PcmResampler down = new PcmResampler(24000, 8000);
		assertThat(down.resample(new byte[960])).hasSize(2 * (160 - 32));
		assertThat(down.resample(new byte[960])).hasSize(2 * 160);
		PcmResampler up = new PcmResampler(8000, 24000);
		assertThat(up.resample(new byte[320])).hasSize(960 - 2 * 3 * 32);
		assertThat(up.resample(new byte[320])).hasSize(960);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 4100, 4500, 6000, 7900, 10000, 11900 })
	void whatTheLowerRateCannotCarryIsGone(double frequency) {
		byte[] result = PcmResampler.convert(new Tone(frequency, 24000).pcm16(24000), 24000, 8000);
		assertThat(attenuation(result)).isGreaterThan(70);
	}

	@ParameterizedTest
	@CsvSource({ "24000,8000,4200", "24000,16000,8200", "24000,16000,11000", "24000,22050,11600", "44100,24000,12600",
			"44100,24000,20000", "48000,24000,12600", "48000,24000,23000", "48000,16000,8200", "16000,8000,6000" })
	void nothingAliasesAtAnyRate(int sourceRate, int targetRate, double frequency) {
		byte[] source = new Tone(frequency, sourceRate).pcm16(sourceRate);
		assertThat(attenuation(PcmResampler.convert(source, sourceRate, targetRate))).isGreaterThan(60);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 300, 1000, 2000, 3000, 3500 })
	void upsamplingAddsNoImages(double frequency) {
		byte[] result = PcmResampler.convert(new Tone(frequency, 8000).pcm16(8000), 8000, 24000);
		assertThat(new Tone(frequency, 24000).signalToNoise(result)).isGreaterThan(70);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 300, 1000, 2000, 3000, 3300 })
	void telephoneBandPasses(double frequency) {
		byte[] result = PcmResampler.convert(new Tone(frequency, 24000).pcm16(24000), 24000, 8000);
		assertThat(new Tone(frequency, 8000).gain(result)).isCloseTo(0, within(0.1));
	}

	@ParameterizedTest
	@CsvSource({ "24000,44101", "44101,24000", "192000,8001", "47999,48000", "1000,767999" })
	void unusualRatiosAreCleanToo(int sourceRate, int targetRate) {
		byte[] result = PcmResampler.convert(new Tone(400, sourceRate).pcm16(sourceRate), sourceRate, targetRate);
		assertThat(result).hasSize(2 * targetRate);
		assertThat(new Tone(400, targetRate).signalToNoise(result)).isGreaterThan(70);
	}

	@Test
	void roundTripThroughTelephonyKeepsTheTone() {
		byte[] source = new Tone(1000, 24000).pcm16(24000);
		byte[] result = PcmResampler.convert(PcmResampler.convert(source, 24000, 8000), 8000, 24000);
		Tone tone = new Tone(1000, 24000);
		assertThat(tone.signalToNoise(result)).isGreaterThan(75);
		assertThat(tone.delayMicros(result)).isCloseTo(0, within(0.1));
	}

	@Test
	void overshootIsClippedAndDoesNotWrapAround() {
		byte[] square = new byte[2 * 2400];
		for (int i = 0; i < square.length / 2; i++) {
			Pcm16.put(square, 2 * i, (i / 12 % 2 == 0) ? Short.MAX_VALUE : Short.MIN_VALUE);
		}
		byte[] result = PcmResampler.convert(square, 24000, 48000);
		for (int i = 0; i < result.length / 2; i++) {
			int sinceEdge = i / 2 % 12;
			if (sinceEdge >= 2 && sinceEdge < 10) {
				assertThat(Pcm16.get(result, 2 * i) > 0).isEqualTo(i / 24 % 2 == 0);
			}
		}
		assertThat(AudioLevel.of(result).peak()).isZero();
	}

	@Test
	void constantStaysConstant() {
		byte[] source = new byte[2 * 2400];
		for (int i = 0; i < source.length; i += 2) {
			Pcm16.put(source, i, 12345);
		}
		byte[] result = PcmResampler.convert(source, 24000, 44100);
		for (int i = 100; i < result.length / 2 - 100; i++) {
			assertThat(Pcm16.get(result, 2 * i)).isEqualTo(12345);
		}
	}

	@Test
	void sameRateIsACopy() {
		byte[] source = randomBytes(1000);
		assertThat(PcmResampler.convert(source, 24000, 24000)).isEqualTo(source).isNotSameAs(source);
		assertThat(new PcmResampler(24000, 24000).resample(source)).isEqualTo(source).isNotSameAs(source);
	}

	@Test
	void flushMakesReadyForAnotherStream() {
		byte[] source = new Tone(1000, 16000).pcm16(3333);
		PcmResampler resampler = new PcmResampler(16000, 24000);
		resampler.resample(randomBytes(4321));
		resampler.flush();
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		result.writeBytes(resampler.resample(source));
		result.writeBytes(resampler.flush());
		assertThat(result.toByteArray()).isEqualTo(PcmResampler.convert(source, 16000, 24000));
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, 0, 999, 768001 })
	void rateOutOfRangeIsRefusedByName(int rate) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PcmResampler(rate, 24000))
			.withMessage("'sourceRate' must be from 1000 to 768000 Hz but is " + rate);
		assertThatIllegalArgumentException().isThrownBy(() -> new PcmResampler(24000, rate))
			.withMessageStartingWith("'targetRate'");
	}

	// The middle only: a tone that begins and stops at once is wider than its frequency.
	private static double attenuation(byte[] result) {
		byte[] middle = new byte[result.length / 2 & ~1];
		System.arraycopy(result, result.length / 4 & ~1, middle, 0, middle.length);
		return 20 * Math.log10(Tone.AMPLITUDE / Math.sqrt(2) / 32768) - AudioLevel.of(middle).rms();
	}

	private static byte[] stream(byte[] source, int chunkSize, int sourceRate, int targetRate) {
		PcmResampler resampler = new PcmResampler(sourceRate, targetRate);
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		result.writeBytes(Tone.inChunks(source, chunkSize, resampler::resample));
		result.writeBytes(resampler.flush());
		return result.toByteArray();
	}

	private static byte[] randomBytes(int length) {
		byte[] bytes = new byte[length];
		new Random(42).nextBytes(bytes);
		return bytes;
	}

}
