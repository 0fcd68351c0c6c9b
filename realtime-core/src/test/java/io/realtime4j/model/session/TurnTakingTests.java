package io.realtime4j.model.session;

import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.SessionUpdated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TurnTaking}.
 */
class TurnTakingTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "null;false;false;false", "{'type':'server_vad'};true;true;true",
					"{'type':'semantic_vad'};true;true;true", "{'type':'later_vad'};true;true;true",
					"{'type':'server_vad','interrupt_response':false};true;true;false",
					"{'type':'semantic_vad','create_response':false};true;false;true",
					"{'type':'semantic_vad','create_response':true,'interrupt_response':null};true;true;true" },
			quoteCharacter = '`')
	void settingsSayWhatTheServerDoesByItself(String detection, boolean detects, boolean answers, boolean interrupts) {
		SessionUpdated event = (SessionUpdated) ServerTalk.turnDetection(detection);
		assertThat(TurnTaking.of(event.session())).isEqualTo(new TurnTaking(detects, answers, interrupts));
	}

	@Test
	void transcriptionSessionsTakeTurnsToo() {
		SessionUpdated event = (SessionUpdated) ServerTalk.event("{'type':'session.updated','session':"
				+ "{'type':'transcription','audio':{'input':{'turn_detection':null}}}}");
		assertThat(TurnTaking.of(event.session()).detects()).isFalse();
	}

	@Test
	void whatIsNotSaidIsTheDefault() {
		SessionUpdated event = (SessionUpdated) ServerTalk.sessionUpdated("{'input':{}}");
		assertThat(TurnTaking.of(event.session())).isEqualTo(TurnTaking.DEFAULT);
		assertThat(TurnTaking.of(RealtimeSessionSettings.builder().build())).isEqualTo(TurnTaking.DEFAULT);
	}

}
