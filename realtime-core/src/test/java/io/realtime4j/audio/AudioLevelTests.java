package io.realtime4j.audio;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link AudioLevel}.
 */
class AudioLevelTests {

	@Test
	void sineHasItsPeakThreeDecibelsAboveItsRms() {
		AudioLevel level = AudioLevel.of(new Tone(1000, 24000).pcm16(24000));
		assertThat(level.peak()).isCloseTo(20 * Math.log10(16000.0 / 32768), within(0.001));
		assertThat(level.peak() - level.rms()).isCloseTo(3.0103, within(0.001));
		assertThat(level.isSilence()).isFalse();
	}

	@Test
	void lowestSampleIsFullScale() {
		assertThat(AudioLevel.of(new byte[] { 0, -128 })).isEqualTo(new AudioLevel(0, 0));
	}

	@Test
	void zerosAndNothingAreSilence() {
		for (int length : new int[] { 0, 1, 2, 960 }) {
			AudioLevel level = AudioLevel.of(new byte[length]);
			assertThat(level.rms()).isEqualTo(Double.NEGATIVE_INFINITY);
			assertThat(level.peak()).isEqualTo(Double.NEGATIVE_INFINITY);
			assertThat(level.isSilence()).isTrue();
		}
	}

	@Test
	void halfASampleAtTheEndIsIgnored() {
		assertThat(AudioLevel.of(new byte[] { 1, 0, 127 })).isEqualTo(AudioLevel.of(new byte[] { 1, 0 }));
	}

}
