package io.realtime4j.model.audio;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AudioFormats}.
 */
class AudioFormatsTests {

	@Test
	void pcmPlaysAtItsRate() {
		assertThat(AudioFormats.millis(4800, AudioPcm.at24kHz())).isEqualTo(100);
		assertThat(AudioFormats.millis(3200, new AudioPcm(16000L))).isEqualTo(100);
		assertThat(AudioFormats.bytes(100, AudioPcm.at24kHz())).isEqualTo(4800);
		assertThat(AudioFormats.nanos(2, AudioPcm.at24kHz())).isEqualTo(41_666);
	}

	@Test
	void g711PlaysEightBytesInOneMillisecond() {
		assertThat(AudioFormats.millis(800, new AudioPcmu())).isEqualTo(100);
		assertThat(AudioFormats.millis(807, new AudioPcma())).isEqualTo(100);
		assertThat(AudioFormats.bytes(100, new AudioPcma())).isEqualTo(800);
	}

	@Test
	void whatIsNotSaidOrMakesNoSenseIsTheDefaultOfTheService() {
		AudioFormat unknown = new UnknownAudioFormat(JsonMapper.shared().readTree("{\"type\":\"audio/opus\"}"));
		assertThat(AudioFormats.millis(4800, null)).isEqualTo(100);
		assertThat(AudioFormats.millis(4800, unknown)).isEqualTo(100);
		assertThat(AudioFormats.millis(4800, new AudioPcm(null))).isEqualTo(100);
		assertThat(AudioFormats.millis(4800, new AudioPcm(0L))).isEqualTo(100);
		assertThat(AudioFormats.millis(4800, new AudioPcm(Long.MAX_VALUE))).isEqualTo(100);
	}

}
