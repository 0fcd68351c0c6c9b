package io.realtime4j.benchmarks.load.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Burst}.
 */
class BurstTests {

	@ParameterizedTest
	@CsvSource({ "1, aa", "3, aabbcc", "4, aabbccaa", "7, aabbccaabbccaa" })
	void writesAsManyFramesAsAskedForHoweverLittleALinkTakes(int frames, String expected) throws IOException {
		Burst burst = Burst.of(List.of(bytes("aa"), bytes("bb"), bytes("cc")), 0).again(frames);
		SlowLink link = new SlowLink();
		boolean done = burst.write(link);
		while (!done) {
			done = burst.write(link);
		}
		assertThat(link.written.toString(StandardCharsets.US_ASCII)).isEqualTo(expected);
	}

	@Test
	void refusesFramesOfSeveralLengths() {
		List<byte[]> frames = List.of(bytes("a"), bytes("bb"));
		assertThatIllegalArgumentException().isThrownBy(() -> Burst.of(frames, 1));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Takes one byte at a time.
	 */
	private static final class SlowLink implements Link {

		private final ByteArrayOutputStream written = new ByteArrayOutputStream();

		@Override
		public int read(ByteBuffer target) {
			return 0;
		}

		@Override
		public boolean write(ByteBuffer... sources) {
			this.written.write(sources[0].get());
			return !sources[0].hasRemaining();
		}

	}

}
