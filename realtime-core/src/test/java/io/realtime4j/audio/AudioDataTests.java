package io.realtime4j.audio;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;

import org.assertj.core.util.introspection.FieldSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AudioData}.
 */
class AudioDataTests {

	private static final String INVALID = "c2VjcmV0!c2VjcmV0";

	@Test
	void textBecomesBytes() {
		assertThat(AudioData.ofBase64("AQID").bytes()).containsExactly(1, 2, 3);
	}

	@Test
	void bytesBecomeText() {
		AudioData audio = AudioData.of(new byte[] { 1, 2, 3, 4 });
		assertThat(audio.base64()).isEqualTo("AQIDBA==").isSameAs(audio.base64());
	}

	@Test
	void givenTextIsReturnedAsItIs() {
		String text = new String("AQIDBA");
		assertThat(AudioData.ofBase64(text).base64()).isSameAs(text);
	}

	@Test
	void textIsDecodedOnce() {
		AudioData audio = AudioData.ofBase64("AQID");
		assertThat(decoded(audio)).isNull();
		audio.asByteBuffer();
		Object decoded = decoded(audio);
		audio.bytes();
		assertThat(decoded(audio)).isNotNull().isSameAs(decoded);
	}

	@Test
	void changesFromOutsideDoNotReachTheValue() {
		byte[] source = { 1, 2, 3 };
		AudioData audio = AudioData.of(source);
		source[0] = 99;
		audio.bytes()[1] = 99;
		assertThat(audio.bytes()).containsExactly(1, 2, 3);
		AudioData text = AudioData.ofBase64("AQID");
		text.bytes()[1] = 99;
		assertThat(text.bytes()).containsExactly(1, 2, 3);
	}

	@Test
	void wrappedBytesAreNotCopiedButHandedOutAsCopies() {
		byte[] source = { 1, 2 };
		AudioData audio = AudioData.wrap(source);
		source[0] = 9;
		assertThat(audio.bytes()).containsExactly(9, 2).isNotSameAs(source);
	}

	@Test
	void bufferIsReadOnlyAndHasItsOwnPosition() {
		AudioData audio = AudioData.ofBase64("AQID");
		ByteBuffer buffer = audio.asByteBuffer();
		assertThat(buffer.get()).isEqualTo((byte) 1);
		assertThat(audio.asByteBuffer().remaining()).isEqualTo(3);
		assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> buffer.put((byte) 0));
	}

	@Test
	void sizeIsKnownWithoutDecoding() {
		for (int length = 0; length < 100; length++) {
			String text = Base64.getEncoder().encodeToString(new byte[length]);
			AudioData padded = AudioData.ofBase64(text);
			assertThat(padded.size()).isEqualTo(length);
			assertThat(AudioData.ofBase64(text.replace("=", "")).size()).isEqualTo(length);
			assertThat(AudioData.of(new byte[length]).size()).isEqualTo(length);
			assertThat(decoded(padded)).isNull();
		}
	}

	@Test
	void valuesOfTheSameBytesAreEqualInEveryForm() {
		byte[] bytes = new byte[1000];
		new Random(1).nextBytes(bytes);
		String text = Base64.getEncoder().encodeToString(bytes);
		AudioData audio = AudioData.of(bytes);
		assertThat(AudioData.of(bytes)).isEqualTo(audio).hasSameHashCodeAs(audio);
		assertThat(AudioData.ofBase64(text)).isEqualTo(audio).hasSameHashCodeAs(audio);
		assertThat(audio).isEqualTo(AudioData.ofBase64(text));
		assertThat(AudioData.ofBase64(text.replace("=", ""))).isEqualTo(AudioData.ofBase64(text))
			.hasSameHashCodeAs(audio);
	}

	@Test
	void valuesOfOtherBytesDiffer() {
		AudioData audio = AudioData.ofBase64("AQID");
		assertThat(audio).isNotEqualTo(AudioData.ofBase64("AQIE"))
			.isNotEqualTo(AudioData.of(new byte[] { 1, 2 }))
			.isNotEqualTo(AudioData.of(new byte[] { 1, 2, 4 }))
			.isNotEqualTo("AQID")
			.isNotEqualTo(null);
	}

	@Test
	void equalTextsAreNotDecodedToBeFoundEqual() {
		AudioData first = AudioData.ofBase64(new String("AQID"));
		AudioData second = AudioData.ofBase64(new String("AQID"));
		assertThat(first.equals(second)).isTrue();
		assertThat(decoded(first)).isNull();
		assertThat(decoded(second)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { INVALID, "A", "AQID=", "=", "====", "AQ ID", "AQ\nID", "\u00e4\u00f6\u20ac\u00fc" })
	void invalidTextFailsWhenDecodedAndNeverShowsItself(String text) {
		AudioData audio = AudioData.ofBase64(text);
		assertThatIllegalArgumentException().isThrownBy(audio::bytes)
			.withMessage("Audio is not valid base64 (" + text.length() + " characters)")
			.withNoCause();
		assertThatIllegalArgumentException().isThrownBy(audio::asByteBuffer);
		assertThat(audio.size()).isNotNegative();
		assertThat(audio.base64()).isEqualTo(text);
	}

	@Test
	void invalidTextsAreComparedAsText() {
		AudioData audio = AudioData.ofBase64(INVALID);
		AudioData same = AudioData.ofBase64(new String(INVALID));
		assertThat(audio).isEqualTo(same).hasSameHashCodeAs(same);
		assertThat(audio).isNotEqualTo(AudioData.ofBase64(INVALID.replace('!', '?')));
		AudioData valid = AudioData.of(new byte[audio.size()]);
		assertThat(audio).isNotEqualTo(valid);
		assertThat(valid).isNotEqualTo(audio);
	}

	@Test
	void stringIsTheSizeOnly() {
		assertThat(AudioData.of(new byte[4800])).hasToString("AudioData[4800 bytes]");
		assertThat(AudioData.ofBase64("AQID")).hasToString("AudioData[3 bytes]");
		assertThat(AudioData.ofBase64(INVALID).toString()).doesNotContain("c2Vj");
	}

	@Test
	void nullIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> AudioData.ofBase64(null));
		assertThatIllegalArgumentException().isThrownBy(() -> AudioData.of(null));
		assertThatIllegalArgumentException().isThrownBy(() -> AudioData.wrap(null));
	}

	@Test
	void nothingIsAValueToo() {
		assertThat(AudioData.ofBase64("")).isEqualTo(AudioData.of(new byte[0]));
		assertThat(AudioData.of(new byte[0]).base64()).isEmpty();
	}

	@Test
	void threadsMayShareAValue() {
		byte[] bytes = new byte[3000];
		Arrays.fill(bytes, (byte) 7);
		String text = Base64.getEncoder().encodeToString(bytes);
		for (int round = 0; round < 200; round++) {
			AudioData audio = AudioData.ofBase64(text);
			long good = IntStream.range(0, 16).parallel().filter((i) -> Arrays.equals(audio.bytes(), bytes)).count();
			assertThat(good).isEqualTo(16);
		}
	}

	private static Object decoded(AudioData audio) {
		return FieldSupport.extraction().fieldValue("decoded", Object.class, audio);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AAAA", "AAA=", "AA==", "=", "==", "azAZ09+/", "A" })
	void textOfTheCharactersOfBase64IsKnown(String text) {
		assertThat(AudioData.ofBase64(text).isBase64()).isTrue();
		assertThat(new Base64Audio().read("\"" + text + "\"", 1, 1 + text.length()).isBase64()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "AA\"A", "A===", "=A", "A=A", "AAA ", "\nAAAA", "A-_A", "A\u0141AA", "\\u0041", "\uD83D" })
	void textWithOtherCharactersIsKnownToo(String text) {
		AudioData audio = AudioData.ofBase64(text);
		assertThat(audio.isBase64()).isFalse();
		assertThat(audio.isBase64()).isFalse();
	}

	@Test
	void bytesAreAlwaysBase64() {
		assertThat(AudioData.of(new byte[] { 1, 2, 3, 4 }).isBase64()).isTrue();
	}

}
