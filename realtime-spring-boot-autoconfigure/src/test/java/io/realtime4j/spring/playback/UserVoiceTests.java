package io.realtime4j.spring.playback;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UserVoice}.
 */
class UserVoiceTests {

	private static final byte[] SILENCE = new byte[4800];

	private final UserVoice voice = new UserVoice();

	@Test
	void userSpeaksUntilAPause() {
		assertThat(this.voice.isSpeaking()).isFalse();
		this.voice.hear(SILENCE, 24_000);
		assertThat(this.voice.isSpeaking()).isFalse();
		this.voice.hear(loud(), 24_000);
		for (int i = 0; i < 4; i++) {
			this.voice.hear(SILENCE, 24_000);
			assertThat(this.voice.isSpeaking()).isTrue();
		}
		this.voice.hear(SILENCE, 24_000);
		assertThat(this.voice.isSpeaking()).isFalse();
	}

	@Test
	void microphoneThatIsOffHearsNobody() {
		this.voice.hear(loud(), 24_000);
		this.voice.stop();
		assertThat(this.voice.isSpeaking()).isFalse();
	}

	private static byte[] loud() {
		byte[] pcm16 = new byte[4800];
		Arrays.fill(pcm16, (byte) 0x20);
		return pcm16;
	}

}
