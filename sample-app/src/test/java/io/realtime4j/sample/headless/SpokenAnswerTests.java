package io.realtime4j.sample.headless;

import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpokenAnswerTests {

	@Test
	void wordsCanBeWrittenWhateverTheServerSaid() {
		SpokenAnswer answer = new SpokenAnswer();
		answer.on(new ResponseOutputAudioTranscriptDone("event_1", "resp_1", "item_1", 0, 0, "Good \uD83D"));
		answer.on(new ResponseOutputAudioTranscriptDone("event_2", "resp_1", "item_2", 1, 0, "day"));
		assertThat(answer.get().text()).isEqualTo("Good \uFFFD day");
	}

}
