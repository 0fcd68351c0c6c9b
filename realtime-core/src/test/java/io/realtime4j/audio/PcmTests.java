package io.realtime4j.audio;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Pcm}.
 */
class PcmTests {

	@Test
	void knowsItsLength() {
		Pcm pcm = Pcm.of(24000, new byte[960]);
		assertThat(pcm.samples()).isEqualTo(480);
		assertThat(pcm.millis()).isEqualTo(20);
	}

	@Test
	void isEqualByContent() {
		assertThat(Pcm.of(8000, new byte[3 * 2])).isEqualTo(new Pcm(8000, AudioData.ofBase64("AAAAAAAA")));
	}

	@Test
	void resamplesToAnotherRate() {
		byte[] tone = new Tone(1000, 8000).pcm16(8000);
		Pcm result = Pcm.of(8000, tone).resample(24000);
		assertThat(result).isEqualTo(Pcm.of(24000, PcmResampler.convert(tone, 8000, 24000)));
		assertThat(result.millis()).isEqualTo(1000);
	}

	@Test
	void resamplingToTheSameRateIsTheSame() {
		Pcm pcm = Pcm.of(7, new byte[2]);
		assertThat(pcm.resample(7)).isSameAs(pcm);
	}

	@Test
	void incompleteSamplesAndRatesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Pcm.of(24000, new byte[3]))
			.withMessage("PCM16 of 3 bytes ends within a sample");
		assertThatIllegalArgumentException().isThrownBy(() -> Pcm.of(0, new byte[2]))
			.withMessage("'sampleRate' must be greater than zero but is 0");
	}

	@Test
	void stringShowsNoAudio() {
		assertThat(Pcm.of(24000, new byte[4])).hasToString("Pcm[sampleRate=24000, audio=AudioData[4 bytes]]");
	}

}
