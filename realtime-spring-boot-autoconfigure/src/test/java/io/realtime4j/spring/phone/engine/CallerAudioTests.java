package io.realtime4j.spring.phone.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.bridge.connection.AudioPace;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CallerAudio}.
 */
class CallerAudioTests {

	private static final byte SILENCE = (byte) 0xFF;

	private final List<byte[]> heard = new ArrayList<>();

	private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));

	private final CallerAudio audio = audio(Duration.ofMillis(60));

	@Test
	void framesAreJoined() {
		for (int i = 0; i < 7; i++) {
			this.audio.hear(frame(i), 20L * i);
		}
		assertThat(this.heard).extracting((one) -> one.length).containsExactly(480, 480);
		this.audio.flush();
		assertThat(this.heard.get(2)).isEqualTo(frame(6));
	}

	@Test
	void frameIsPassedOnAtOnceIfNoneIsToBeJoined() {
		CallerAudio each = audio(Duration.ofMillis(20));
		each.hear(frame(1), 0);
		assertThat(this.heard).containsExactly(frame(1));
	}

	@Test
	void lostAudioIsReplacedWithSilenceInItsPlace() {
		this.audio.hear(frame(1), 1000);
		this.audio.hear(frame(2), 1620);
		this.audio.flush();
		assertThat(this.heard).hasSize(3);
		assertThat(this.heard.get(0)).isEqualTo(frame(1));
		assertThat(this.heard.get(1)).hasSize(600 * 8).containsOnly(SILENCE);
		assertThat(this.heard.get(2)).isEqualTo(frame(2));
		assertThat(this.audio.lost()).isEqualTo(30);
		assertThat(this.audio.late()).isZero();
	}

	@Test
	void gapHasALimit() {
		this.audio.hear(frame(1), 0);
		this.audio.hear(frame(2), Long.MAX_VALUE - 10);
		assertThat(this.heard.get(1)).hasSize(10_000 * 8);
		assertThat(this.audio.lost()).isEqualTo(500);
	}

	@Test
	void lateFramesAddNoSilence() {
		this.audio.hear(frame(1), 100);
		this.audio.hear(frame(2), 80);
		this.audio.hear(frame(3), 120);
		assertThat(this.heard).hasSize(1);
		assertThat(this.heard.get(0)).hasSize(480);
	}

	@Test
	void lineThatStallsIsSilentOnce() {
		this.audio.stall();
		assertThat(this.heard).isEmpty();
		this.audio.hear(frame(1), 0);
		this.audio.stall();
		this.audio.stall();
		assertThat(this.heard).hasSize(2);
		assertThat(this.heard.get(0)).isEqualTo(frame(1));
		assertThat(this.heard.get(1)).hasSize(8000).containsOnly(SILENCE);
		assertThat(this.audio.late()).isEqualTo(50);
		this.audio.hear(frame(2), 1020);
		this.audio.flush();
		assertThat(this.heard.get(2)).isEqualTo(frame(2));
	}

	@Test
	void audioThatIsFasterThanTimeIsRefused() {
		assertThatExceptionOfType(BadFrameException.class).isThrownBy(() -> {
			for (int i = 0; i < 1000; i++) {
				this.audio.hear(frame(i), 20L * i);
			}
		});
		assertThat(this.heard.stream().mapToInt((one) -> one.length).sum()).isLessThan(16 * 8000);
	}

	private CallerAudio audio(Duration joined) {
		return new CallerAudio(new AudioPcmu(), joined, new AudioPace(4000, this.clock), this.heard::add,
				this.heard::add);
	}

	private static byte[] frame(int value) {
		byte[] frame = new byte[160];
		Arrays.fill(frame, (byte) value);
		return frame;
	}

}
