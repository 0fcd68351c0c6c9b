package io.realtime4j.spring.bridge.page;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.bridge.connection.BadFrameException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EarlyFrames}.
 */
class EarlyFramesTests {

	private static final int SECOND = 2 * 8000;

	private final EarlyFrames frames = new EarlyFrames(8000);

	private final List<String> drained = new ArrayList<>();

	private List<String> drain() {
		this.drained.clear();
		this.frames.drain((pcm16) -> this.drained.add(String.valueOf(pcm16[0])),
				(command) -> this.drained.add(command.getClass().getSimpleName()));
		return this.drained;
	}

	private void hear(int number, int size) {
		byte[] pcm16 = new byte[size];
		pcm16[0] = (byte) number;
		this.frames.add(pcm16);
	}

	@Test
	void framesComeInTheirOrderAndOnce() {
		hear(1, 10);
		this.frames.add(new PageCommand.Interrupt());
		hear(2, 10);
		assertThat(drain()).containsExactly("1", "Interrupt", "2");
		assertThat(drain()).isEmpty();
	}

	@Test
	void oldestAudioGoesAndCommandsStay() {
		hear(1, SECOND);
		this.frames.add(new PageCommand.Commit());
		for (int i = 2; i <= 4; i++) {
			hear(i, SECOND * 3 / 4);
		}
		assertThat(drain()).containsExactly("Commit", "3", "4");
	}

	@Test
	void manySmallPiecesAreBounded() {
		for (int i = 0; i < 100_000; i++) {
			hear(i, 2);
		}
		assertThat(drain()).hasSizeLessThan(SECOND);
	}

	@Test
	void commandsAreBounded() {
		for (int i = 0; i < EarlyFrames.MAX_COMMANDS; i++) {
			this.frames.add(new PageCommand.Interrupt());
		}
		assertThatExceptionOfType(BadFrameException.class)
			.isThrownBy(() -> this.frames.add(new PageCommand.Interrupt()));
	}

}
