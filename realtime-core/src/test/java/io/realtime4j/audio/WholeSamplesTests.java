package io.realtime4j.audio;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WholeSamples}.
 */
class WholeSamplesTests {

	private final WholeSamples samples = new WholeSamples();

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 7 })
	void piecesOfAnyLengthAreTheSameStream(int length) {
		byte[] stream = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (int from = 0; from < stream.length; from += length) {
			byte[] whole = this.samples.join(Arrays.copyOfRange(stream, from, Math.min(stream.length, from + length)));
			assertThat(whole.length % 2).isZero();
			joined.writeBytes(whole);
		}
		assertThat(joined.toByteArray()).isEqualTo(stream);
	}

	@Test
	void nothingInBetweenChangesNothing() {
		assertThat(this.samples.join(new byte[] { 1 })).isEmpty();
		assertThat(this.samples.join(new byte[0])).isEmpty();
		assertThat(this.samples.join(new byte[] { 2 })).containsExactly(1, 2);
	}

	@Test
	void anotherStreamBeginsWithAWholeSample() {
		this.samples.join(new byte[] { 1, 2, 3 });
		assertThat(this.samples.flush()).containsExactly(3);
		assertThat(this.samples.flush()).isEmpty();
		assertThat(this.samples.join(new byte[] { 4, 5 })).containsExactly(4, 5);
	}

}
