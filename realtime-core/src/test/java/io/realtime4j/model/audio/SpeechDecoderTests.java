package io.realtime4j.model.audio;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.G711;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SpeechDecoder}.
 */
class SpeechDecoderTests {

	private final SpeechDecoder decoder = new SpeechDecoder();

	@Test
	void halfASampleWaitsForTheNextPiece() {
		assertThat(decode("a", null, 1, 2, 3)).containsExactly(1, 2);
		assertThat(decode("a", null, 4, 5)).containsExactly(3, 4);
		assertThat(decode("a", null, 6)).containsExactly(5, 6);
	}

	@Test
	void anotherPartBeginsWithAWholeSample() {
		decode("a", null, 1, 2, 3);
		assertThat(decode("b", null, 4, 5)).containsExactly(4, 5);
	}

	@Test
	void nothingWaitsBehindAnInterruption() {
		decode("a", null, 1);
		this.decoder.clear();
		assertThat(decode("a", null, 2, 3)).containsExactly(2, 3);
	}

	@Test
	void streamWithoutPartsIsOne() {
		decode(null, AudioPcm.at24kHz(), 1);
		assertThat(decode(null, AudioPcm.at24kHz(), 2)).containsExactly(1, 2);
	}

	@Test
	void samplesOfOneByteAreWhole() {
		assertThat(decode("a", new AudioPcmu(), 1, 2, 3)).isEqualTo(G711.decodeUlaw(new byte[] { 1, 2, 3 }));
	}

	@Test
	void formatThatIsNotKnownIsRefused() {
		UnknownAudioFormat opus = new UnknownAudioFormat(JsonMapper.shared().readTree("{\"type\":\"audio/opus\"}"));
		assertThatIllegalStateException().isThrownBy(() -> decode("a", opus, 1));
	}

	private byte[] decode(@Nullable String part, @Nullable AudioFormat format, int... bytes) {
		byte[] audio = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			audio[i] = (byte) bytes[i];
		}
		return this.decoder.decode(part, AudioData.of(audio), format).audio().bytes();
	}

}
