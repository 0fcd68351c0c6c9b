package io.realtime4j.codec;

import java.util.List;

import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.TranscriptionSessionUpdate;
import io.realtime4j.model.Modality;
import io.realtime4j.model.session.Include;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.session.TracingMode;
import io.realtime4j.translation.codec.TranslationCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LenientMembers}: an optional member of another shape is absent, and
 * nothing else is.
 */
class LenientMembersTests {

	private static final String SESSION = "{'type': 'session.update', 'session': {%s'model': %s, "
			+ "'output_modalities': [%<s, 'audio'], 'include': ['a', %<s, 'b'], 'tracing': 'auto', "
			+ "'instructions': 'Be kind.'}, 'event_id': 'event_1'}";

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'a': 'b'}", "{'a': 'b', 'c': ['d', {'e': 'f'}], 'instructions': 'Be rude.'}",
			"{'a': {'instructions': 'Be rude.'}}", "{'value': 'x'}", "[]", "[{'a': 'b'}]", "[['a'], 'b']" })
	void valueOfAnotherShapeHidesNothingBehindIt(String value) {
		for (String kind : List.of("'type': 'realtime', ", "'voice': 'ash', ")) {
			SessionUpdate event = (SessionUpdate) CODEC.decodeClientEvent(Json.quoted(SESSION.formatted(kind, value)));
			RealtimeSessionSettings session = (RealtimeSessionSettings) event.session();
			assertThat(session.model()).isNull();
			assertThat(session.outputModalities()).containsExactly(Modality.AUDIO);
			assertThat(session.include()).containsExactly(new Include("a"), new Include("b"));
			assertThat(session.tracing().value()).isEqualTo(TracingMode.AUTO);
			assertThat(session.instructions()).isEqualTo("Be kind.");
			assertThat(session.extra()).isEmpty();
			assertThat(event.eventId()).isEqualTo("event_1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "'text'", "[]", "[[]]", "true" })
	void settingThatCanBeOffIsAbsentIfItHasAnotherShape(String value) {
		String member = "{'type': '%s', 'session': {'%s': %s, 'include': ['a']}}";
		TranscriptionSessionUpdate update = (TranscriptionSessionUpdate) CODEC.decodeClientEvent(
				Json.quoted(member.formatted("transcription_session.update", "input_audio_transcription", value)));
		assertThat(update.session().inputAudioTranscription()).isNull();
		assertThat(update.session().include()).containsExactly(new Include("a"));
		SessionUpdate flat = (SessionUpdate) CODEC
			.decodeClientEvent(Json.quoted(member.formatted("session.update", "input_audio_noise_reduction", value)));
		assertThat(((RealtimeSessionSettings) flat.session()).audio().input().noiseReduction()).isNull();
		io.realtime4j.translation.event.SessionUpdate translation = (io.realtime4j.translation.event.SessionUpdate) TranslationCodec
			.create()
			.decodeClientEvent(Json.quoted("{'type': 'session.update', 'session': {'audio': {'input': "
					+ "{'transcription': " + value + "}, 'output': {'language': 'es'}}}}"));
		assertThat(translation.session().audio().input().transcription()).isNull();
		assertThat(translation.session().audio().output().language()).isEqualTo("es");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e400", "-1e400", "1e999999999", "'NaN'", "'warm'" })
	void numberThatCannotBeIsAbsentInBothDialects(String number) {
		for (String member : List.of("'audio': {'output': {'voice': 'ash'}}", "'voice': 'ash'")) {
			ResponseCreate event = (ResponseCreate) CODEC.decodeClientEvent(Json
				.quoted("{'type': 'response.create', 'response': {" + member + ", 'temperature': " + number + "}}"));
			assertThat(event.response().temperature()).isNull();
			assertThat(event.response().audio().output().voice()).hasToString("Voice[value=ash]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tea.brewed", "" })
	void typeThatComesTwiceIsTheFirst(String type) {
		String text = "{\"type\":\"" + type + "\",\"event_id\":\"event_1\",\"type\":%s}";
		for (String second : List.of("\"error\"", "{}", "null")) {
			String written = CODEC.encode(CODEC.decodeServerEvent(text.formatted(second)));
			assertThat(written).isEqualTo("{\"type\":\"" + type + "\",\"event_id\":\"event_1\"}");
		}
	}

}
