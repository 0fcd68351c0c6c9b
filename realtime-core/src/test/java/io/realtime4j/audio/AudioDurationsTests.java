package io.realtime4j.audio;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AudioDurations}.
 */
class AudioDurationsTests {

	@Test
	void pcmHasTwoBytesPerSample() {
		assertThat(AudioDurations.pcm16Bytes(20, 24000)).isEqualTo(960);
		assertThat(AudioDurations.pcm16Millis(960, 24000)).isEqualTo(20);
	}

	@Test
	void telephonyHasEightBytesPerMillisecond() {
		assertThat(AudioDurations.g711Bytes(20)).isEqualTo(160);
		assertThat(AudioDurations.g711Millis(160)).isEqualTo(20);
	}

	@Test
	void fractionsAreRoundedDown() {
		assertThat(AudioDurations.pcm16Millis(959, 24000)).isEqualTo(19);
		assertThat(AudioDurations.pcm16Millis(47, 24000)).isZero();
		assertThat(AudioDurations.pcm16Bytes(10, 22050)).isEqualTo(440);
		assertThat(AudioDurations.g711Millis(159)).isEqualTo(19);
	}

	@Test
	void daysOfAudioDoNotOverflow() {
		assertThat(AudioDurations.pcm16Millis(48L * 1000 * 86_400 * 1000, 24000)).isEqualTo(86_400_000_000L);
		assertThat(AudioDurations.pcm16Bytes(86_400_000_000L, 24000)).isEqualTo(48L * 1000 * 86_400 * 1000);
	}

	@Test
	void negativeValuesAndRatesAreRefusedByName() {
		assertThatIllegalArgumentException().isThrownBy(() -> AudioDurations.pcm16Millis(-1, 24000))
			.withMessage("'bytes' must not be negative but is -1");
		assertThatIllegalArgumentException().isThrownBy(() -> AudioDurations.g711Bytes(-1))
			.withMessageStartingWith("'millis'");
		assertThatIllegalArgumentException().isThrownBy(() -> AudioDurations.pcm16Bytes(20, 0))
			.withMessage("'sampleRate' must be greater than zero but is 0");
	}

}
