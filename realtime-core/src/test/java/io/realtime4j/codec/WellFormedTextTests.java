package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WellFormedText}.
 */
class WellFormedTextTests {

	private static final String EMOJI = "\uD83D\uDE00";

	private static final String FIRST_HALF = "\uD83D";

	private static final String SECOND_HALF = "\uDE00";

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "grün €", EMOJI, "a" + EMOJI + EMOJI + "b", "\uFFFF\uE000\uD7FF" })
	void wholeTextStaysTheSame(String text) {
		assertThat(WellFormedText.of(text)).isSameAs(text);
		assertThat(WellFormedText.isWellFormed(text)).isTrue();
	}

	@Test
	void eachHalfThatStandsAloneIsReplaced() {
		assertThat(WellFormedText.of(FIRST_HALF)).isEqualTo("\uFFFD");
		assertThat(WellFormedText.of(SECOND_HALF)).isEqualTo("\uFFFD");
		assertThat(WellFormedText.of("a" + SECOND_HALF + FIRST_HALF + "b")).isEqualTo("a\uFFFD\uFFFDb");
		assertThat(WellFormedText.of(FIRST_HALF + EMOJI + SECOND_HALF)).isEqualTo("\uFFFD" + EMOJI + "\uFFFD");
	}

	@Test
	void anyTextCanBeWritten() {
		Random random = new Random(7);
		String letters = "aé" + FIRST_HALF + SECOND_HALF + FIRST_HALF + SECOND_HALF;
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(9); length > 0; length--) {
				text.append(letters.charAt(random.nextInt(letters.length())));
			}
			String any = text.toString();
			boolean writable = StandardCharsets.UTF_8.newEncoder().canEncode(any);
			assertThat(WellFormedText.isWellFormed(any)).isEqualTo(writable);
			assertThat(WellFormedText.of(any)).hasSize(any.length())
				.matches(StandardCharsets.UTF_8.newEncoder()::canEncode);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, ''", "1, a", "2, a", "3, a\uD83D\uDE00", "4, a\uD83D\uDE00b", "9, a\uD83D\uDE00b" })
	void cutLeavesCharactersWhole(int maxLength, String beginning) {
		assertThat(WellFormedText.cut("a" + EMOJI + "b", maxLength)).isEqualTo(beginning);
	}

	@Test
	void halfAtTheEndOfGrowingTextIsLeftOutUntilItIsWhole() {
		assertThat(WellFormedText.soFar("a" + FIRST_HALF)).isEqualTo("a");
		assertThat(WellFormedText.soFar("a" + EMOJI)).isEqualTo("a" + EMOJI);
		assertThat(WellFormedText.soFar("")).isEmpty();
	}

	@Test
	void escapeSaysTheSameInJson() {
		String json = "{\"x\":\"" + EMOJI + FIRST_HALF + "\\\\" + SECOND_HALF + "\"}";
		assertThat(WellFormedText.escaped(json)).isEqualTo("{\"x\":\"" + EMOJI + "\\ud83d\\\\\\ude00\"}");
		assertThat(Json.read(WellFormedText.escaped(json))).isEqualTo(Json.read(json));
	}

}
