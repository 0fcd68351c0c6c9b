package io.realtime4j.playback;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcmu;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClockedAudioSink}.
 */
class ClockedAudioSinkTests {

	private final List<String> player = new ArrayList<>();

	private long millis = -5000;

	private final ClockedAudioSink sink = new ClockedAudioSink((chunk) -> this.player.add(chunk.itemId()),
			() -> this.player.add("clear"), () -> this.millis * 1_000_000);

	@Test
	void speechIsPlayedInRealTimeFromItsArrival() {
		play("a", 100);
		assertThat(played("a")).isZero();
		this.millis += 40;
		assertThat(played("a")).isEqualTo(40);
		this.millis += 100;
		assertThat(played("a")).isEqualTo(100);
		assertThat(played("b")).isZero();
	}

	@Test
	void playerWaitsWhenNothingIsLeft() {
		play("a", 100);
		this.millis += 500;
		play("a", 100);
		this.millis += 30;
		assertThat(played("a")).isEqualTo(130);
	}

	@Test
	void piecesArePlayedOneBehindTheOther() {
		play("a", 100);
		play("b", 100);
		play("a", 100);
		this.millis += 250;
		assertThat(played("a")).isEqualTo(150);
		assertThat(played("b")).isEqualTo(100);
		assertThat(this.player).containsExactly("a", "b", "a");
	}

	@Test
	void clearKeepsThePosition() {
		play("a", 100);
		play("b", 100);
		this.millis += 70;
		this.sink.clear();
		this.millis += 500;
		assertThat(played("a")).isEqualTo(70);
		assertThat(played("b")).isZero();
		play("c", 100);
		this.millis += 10;
		assertThat(played("c")).isEqualTo(10);
		assertThat(this.player).containsExactly("a", "b", "clear", "c");
	}

	@Test
	void piecesThatAreNoWholeMillisecondsAddUp() {
		for (int i = 0; i < 1000; i++) {
			this.sink.play(chunk("a", 34, AudioPcm.at24kHz()));
		}
		this.millis += 10_000;
		assertThat(played("a")).isEqualTo(34_000 / 48);
	}

	@Test
	void telephonyAudioTakesItsTime() {
		this.sink.play(chunk("a", 800, new AudioPcmu()));
		this.millis += 60;
		assertThat(played("a")).isEqualTo(60);
		this.millis += 60;
		assertThat(played("a")).isEqualTo(100);
	}

	@Test
	void silentSinkOnlyWatchesTheTime() {
		ClockedAudioSink silent = ClockedAudioSink.silent();
		silent.play(chunk("a", 48_000_000, AudioPcm.at24kHz()));
		silent.clear();
		assertThat(silent.playedMillis("a", 0)).isBetween(0L, 600_000L);
	}

	private long played(String itemId) {
		return this.sink.playedMillis(itemId, 0);
	}

	private void play(String itemId, int length) {
		this.sink.play(chunk(itemId, 48 * length, AudioPcm.at24kHz()));
	}

	private static AudioChunk chunk(String itemId, int bytes, AudioFormat format) {
		return new AudioChunk(itemId, 0, AudioData.of(new byte[bytes]), format);
	}

}
