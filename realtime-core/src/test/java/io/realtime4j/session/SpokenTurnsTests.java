package io.realtime4j.session;

import io.realtime4j.codec.RealtimeCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpokenTurns}.
 */
class SpokenTurnsTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final SpokenTurns turns = new SpokenTurns();

	@Test
	void answerIsAwaitedOnceForEachTurn() {
		assertThat(this.turns.takeAnswer()).isFalse();
		receive(Wire.speechStopped());
		assertThat(this.turns.takeAnswer()).isTrue();
		assertThat(this.turns.takeAnswer()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "{'type':'server_vad','create_response':false} | false",
					"{'type':'semantic_vad','create_response':false} | false",
					"{'type':'server_vad','create_response':true} | true", "{'type':'server_vad'} | true",
					"{'type':'new_vad'} | true", "null | true" })
	void settingsSayWhetherTurnsAreAnswered(String detection, boolean answered) {
		receive("{'type':'session.updated','session':{'type':'realtime','audio':{'input':{'turn_detection':" + detection
				+ "}}}}");
		receive(Wire.speechStopped());
		assertThat(this.turns.takeAnswer()).isEqualTo(answered);
	}

	private void receive(String text) {
		this.turns.onEvent(CODEC.decodeServerEvent(text.replace('\'', '"')));
	}

}
