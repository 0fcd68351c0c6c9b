package io.realtime4j.session.realtime;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.session.SessionFixture;
import io.realtime4j.session.Wire;
import io.realtime4j.session.engine.OutboundFrame;
import io.realtime4j.session.engine.StandalonePort;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpokenTurns}.
 */
class SpokenTurnsTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final StandalonePort port = new StandalonePort();

	private final SpokenTurns turns = new SpokenTurns(this.port);

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

	@Test
	void answerThatDoesNotComeIsAwaitedNoMore() {
		receive(Wire.speechStopped());
		this.port.scheduler.advance(SessionFixture.TIMEOUTS.response());
		assertThat(this.turns.isUnderWay()).isFalse();
		assertThat(this.port.told)
			.containsExactly(new AnswerTimedOut("response.created", SessionFixture.TIMEOUTS.response(), null, null));
		assertThat(this.port.scheduler.pending()).isZero();
	}

	@Test
	void endOfSpeechIsAwaitedForAsLongAsAudioIsSent() {
		receive(Wire.speechStarted());
		for (int i = 0; i < 10; i++) {
			this.port.scheduler.advance(SessionFixture.TIMEOUTS.response().dividedBy(2));
			this.turns.onAudio(OutboundFrame.audio("{}", 2));
		}
		assertThat(this.turns.isUnderWay()).isTrue();
		this.port.scheduler.advance(SessionFixture.TIMEOUTS.response().multipliedBy(2));
		assertThat(this.turns.isUnderWay()).isFalse();
		assertThat(this.port.told).singleElement()
			.asInstanceOf(InstanceOfAssertFactories.type(AnswerTimedOut.class))
			.extracting(AnswerTimedOut::awaited)
			.isEqualTo("input_audio_buffer.speech_stopped");
	}

	private void receive(String text) {
		this.turns.onEvent(CODEC.decodeServerEvent(text.replace('\'', '"')));
	}

}
