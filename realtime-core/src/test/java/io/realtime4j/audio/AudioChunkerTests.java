package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AudioChunker}.
 */
class AudioChunkerTests {

	@Test
	void frameSizeFollowsFromTheDuration() {
		assertThat(AudioChunker.pcm16(24000, 20).frameSize()).isEqualTo(960);
		assertThat(AudioChunker.pcm16(22050, 10).frameSize()).isEqualTo(440);
		assertThat(AudioChunker.g711(20).frameSize()).isEqualTo(160);
	}

	@Test
	void remaindersAreCarriedOver() {
		AudioChunker chunker = AudioChunker.g711(1);
		assertThat(chunker.chunk(new byte[] { 1, 2, 3 })).isEmpty();
		List<byte[]> frames = chunker.chunk(new byte[] { 4, 5, 6, 7, 8, 9 });
		assertThat(frames).hasSize(1);
		assertThat(frames.get(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
		assertThat(chunker.flush()).containsExactly(9);
		assertThat(chunker.flush()).isEmpty();
	}

	@Test
	void oneLongPieceBecomesManyFrames() {
		AudioChunker chunker = AudioChunker.pcm16(24000, 20);
		assertThat(chunker.chunk(new byte[960 * 7])).hasSize(7).allSatisfy((frame) -> assertThat(frame).hasSize(960));
		assertThat(chunker.flush()).isEmpty();
	}

	@Test
	void framesAndTheRestAreTheStream() {
		byte[] stream = new byte[10_000];
		new Random(5).nextBytes(stream);
		for (int size : new int[] { 1, 7, 159, 160, 161, 999, 10_000 }) {
			AudioChunker chunker = AudioChunker.g711(20);
			ByteArrayOutputStream result = new ByteArrayOutputStream();
			for (int i = 0; i < stream.length; i += size) {
				chunker.chunk(Arrays.copyOfRange(stream, i, Math.min(stream.length, i + size)))
					.forEach(result::writeBytes);
			}
			assertThat(result.size()).isEqualTo(10_000 / 160 * 160);
			result.writeBytes(chunker.flush());
			assertThat(result.toByteArray()).isEqualTo(stream);
		}
	}

	@Test
	void flushMakesReadyForAnotherStream() {
		AudioChunker chunker = AudioChunker.g711(1);
		chunker.chunk(new byte[5]);
		chunker.flush();
		assertThat(chunker.chunk(new byte[7])).isEmpty();
		assertThat(chunker.chunk(new byte[1])).hasSize(1);
	}

	@Test
	void framesBelongToTheCaller() {
		AudioChunker chunker = AudioChunker.g711(1);
		byte[] frame = chunker.chunk(new byte[8]).get(0);
		chunker.chunk(new byte[] { 1, 1, 1, 1, 1, 1, 1, 1 });
		assertThat(frame).containsOnly(0);
	}

	@Test
	void impossibleFramesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AudioChunker.g711(0))
			.withMessage("A frame cannot hold 0 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> AudioChunker.g711(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> AudioChunker.pcm16(0, 20));
		assertThatIllegalArgumentException().isThrownBy(() -> AudioChunker.pcm16(24000, Integer.MAX_VALUE));
	}

}
