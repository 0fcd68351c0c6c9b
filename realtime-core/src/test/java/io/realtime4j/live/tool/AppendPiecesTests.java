package io.realtime4j.live.tool;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AppendPieces}.
 */
class AppendPiecesTests {

	@Test
	void shortTextIsOnePiece() {
		assertThat(AppendPieces.of(" Table seven is free.\n")).isEqualTo(piecesOf("Table seven is free."));
		assertThat(AppendPieces.of(" ").pieces()).isEmpty();
		assertThat(AppendPieces.of("a".repeat(1000)).pieces()).hasSize(1);
	}

	@Test
	void textIsCutBetweenSentences() {
		String first = "Table seven is free. ".repeat(40).strip();
		String second = "Table eight is not free at all. ".repeat(20).strip();
		AppendPieces pieces = AppendPieces.of(first + " " + second);
		assertThat(pieces.pieces()).hasSize(2)
			.allSatisfy((piece) -> assertThat(piece).endsWith("free at all.").hasSizeLessThanOrEqualTo(1000));
		assertThat(String.join(" ", pieces.pieces())).isEqualTo(first + " " + second);
		assertThat(pieces.omitted()).isZero();
	}

	@Test
	void sentenceThatIsTooLongIsCutBetweenWords() {
		String text = "word ".repeat(250).strip();
		AppendPieces pieces = AppendPieces.of(text);
		assertThat(pieces.pieces()).hasSize(2)
			.allSatisfy((piece) -> assertThat(piece).startsWith("word").endsWith("word"));
		assertThat(String.join(" ", pieces.pieces())).isEqualTo(text);
	}

	@Test
	void wordThatIsTooLongIsCutSomewhere() {
		String text = "a".repeat(2500);
		assertThat(AppendPieces.of(text).pieces()).extracting(String::length).containsExactly(1000, 1000, 500);
	}

	@Test
	void otherScriptsTakeMoreTokens() {
		String text = "\u5e2d".repeat(1200);
		assertThat(AppendPieces.of(text).pieces()).extracting(String::length).containsExactly(500, 500, 200);
	}

	@Test
	void charactersAreNotCutInHalf() {
		String text = "a" + "\ud83d\ude00".repeat(500);
		AppendPieces pieces = AppendPieces.of(text);
		assertThat(String.join("", pieces.pieces())).isEqualTo(text);
		assertThat(pieces.pieces()).allSatisfy((piece) -> assertThat(piece).doesNotContain("\ufffd"));
		assertThat(AppendPieces.of("a\ud83d").pieces()).containsExactly("a\ufffd");
	}

	@Test
	void textBeyondAllPiecesIsOmitted() {
		AppendPieces pieces = AppendPieces.of("a".repeat(8200));
		assertThat(pieces.pieces()).hasSize(AppendPieces.MAX_PIECES);
		assertThat(pieces.omitted()).isEqualTo(200);
	}

	private static AppendPieces piecesOf(String... pieces) {
		return new AppendPieces(List.of(pieces), 0);
	}

}
