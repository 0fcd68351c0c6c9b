package io.realtime4j.conversation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HeardText}.
 */
class HeardTextTests {

	@ParameterizedTest
	@CsvSource({ "One two three,0,''", "One two three,1,''", "One two three,240,One", "One two three,530,One",
			"One two three,540,One two", "One two three,1000,One two three", "It's late,400,''", "Unbreakable,999,''",
			"Yes. No.,500,Yes.", "今晩は満室です,500,今晩は" })
	void onlyWholeWordsCount(String text, long heard, String expected) {
		assertThat(HeardText.of(text, heard, 1000)).isEqualTo(expected);
	}

	@Test
	void charactersAreNotSplit() {
		String faces = "\uD83D\uDE00".repeat(4);
		for (int heard = 0; heard <= 1000; heard += 25) {
			String part = HeardText.of(faces, heard, 1000);
			assertThat(part).isNotNull();
			assertThat(faces).startsWith(part);
			assertThat(part.length() % 2).isZero();
		}
	}

	@Test
	void nothingCanBeToldOfAudioThatNobodyCounted() {
		assertThat(HeardText.of("One two", 500, 0)).isNull();
		assertThat(HeardText.of("One two", 0, 0)).isEmpty();
	}

}
