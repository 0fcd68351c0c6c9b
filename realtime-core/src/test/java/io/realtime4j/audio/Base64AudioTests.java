package io.realtime4j.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Base64Audio}.
 */
class Base64AudioTests {

	private final Base64Audio base64 = new Base64Audio();

	@Test
	void readsAudioOfAnyLengthOutOfText() {
		for (int length : new int[] { 0, 1, 2, 3, 4, 767, 768, 769, 4800, 98_303, 98_304, 200_000 }) {
			byte[] bytes = random(length);
			String text = Base64.getEncoder().encodeToString(bytes);
			AudioData audio = this.base64.read("before" + text + "after", 6, 6 + text.length());
			assertThat(audio.bytes()).isEqualTo(bytes);
			assertThat(audio.size()).isEqualTo(length);
			assertThat(audio.base64()).isEqualTo(text);
			assertThat(audio.isGivenAsText()).isTrue();
			assertThat(audio).isEqualTo(AudioData.ofBase64(text)).hasSameHashCodeAs(AudioData.of(bytes));
		}
	}

	@Test
	void audioIsFoundInTextThatIsNotLatin() {
		assertThat(this.base64.read("\u20ac\uD83C\uDFA4 AQID \u20ac", 4, 8).bytes()).containsExactly(1, 2, 3);
	}

	@Test
	void paddingIsNotAsked() {
		assertThat(this.base64.read("-AQI-", 1, 4).bytes()).containsExactly(1, 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0141\u0151\u0149\u0144", "AQI\u0144", "AQ\u20acD", "\u00c1QID", "AQID=", "AQ==AQID",
			"AQI\\", "AQI\"", "A", "=" })
	void whatOnlyLooksLikeBase64IsRefused(String text) {
		AudioData audio = this.base64.read("{" + text + "}", 1, 1 + text.length());
		assertThatIllegalArgumentException().isThrownBy(audio::bytes)
			.withMessage("Audio is not valid base64 (" + text.length() + " characters)");
		assertThat(audio).isEqualTo(AudioData.ofBase64(text));
	}

	@Test
	void audioIsOfUseAfterTextThatIsRefused() {
		AudioData good = this.base64.read("-AQID-", 1, 5);
		AudioData bad = this.base64.read("-A!ID-", 1, 5);
		assertThatIllegalArgumentException().isThrownBy(bad::bytes);
		assertThat(good.bytes()).containsExactly(1, 2, 3);
	}

	@Test
	void arraysBelongToTheCaller() {
		AudioData audio = this.base64.read("-AQID-", 1, 5);
		byte[] first = audio.bytes();
		first[0] = 99;
		assertThat(audio.bytes()).containsExactly(1, 2, 3);
	}

	@Test
	void placeOutsideOfTheTextIsRefused() {
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> this.base64.read("AQID", 0, 5));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> this.base64.read("AQID", 3, 2));
	}

	@Test
	void writesAudioBetweenTexts() {
		for (int length : new int[] { 0, 1, 2, 3, 4, 4800, 200_000 }) {
			byte[] bytes = random(length);
			String text = Base64.getEncoder().encodeToString(bytes);
			assertThat(write("{\"a\":\"", AudioData.of(bytes), "\"}")).isEqualTo("{\"a\":\"" + text + "\"}");
			assertThat(write("", AudioData.of(bytes), "")).isEqualTo(text);
			assertThat(write("\u00fc", AudioData.of(bytes), "\u00e4")).isEqualTo("\u00fc" + text + "\u00e4");
			assertThat(write("<", AudioData.ofBase64(text), "\u00e4>")).isEqualTo("<" + text + "\u00e4>");
		}
	}

	@Test
	void threadsMayShareIt() {
		long good = IntStream.range(0, 2000).parallel().filter((i) -> {
			byte[] bytes = random(i);
			String text = write("<", AudioData.of(bytes), ">");
			return Arrays.equals(this.base64.read(text, 1, text.length() - 1).bytes(), bytes);
		}).count();
		assertThat(good).isEqualTo(2000);
	}

	private String write(String before, AudioData audio, String after) {
		return this.base64.write(before.getBytes(StandardCharsets.ISO_8859_1), audio,
				after.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
