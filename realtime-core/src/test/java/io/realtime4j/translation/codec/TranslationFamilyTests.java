package io.realtime4j.translation.codec;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.codec.RealtimeCodecException;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.SessionCreated;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.translation.event.ErrorEvent;
import io.realtime4j.translation.event.SessionInputTranscriptDelta;
import io.realtime4j.translation.event.SessionUpdated;
import io.realtime4j.translation.event.TranslationClientEvent;
import io.realtime4j.translation.event.UnknownTranslationClientEvent;
import io.realtime4j.translation.event.UnknownTranslationServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what is not of this family, or no event at all.
 */
class TranslationFamilyTests {

	private static final TranslationCodec CODEC = TranslationCodec.create();

	private static final RealtimeCodec REALTIME = RealtimeCodec.create();

	@ParameterizedTest
	@ValueSource(strings = { "new", "response.done", "response.output_audio.delta", "response.audio.delta",
			"conversation.item.created", "session.close", "session.input_audio_buffer.append",
			"transcription_session.created" })
	void serverEventOfOtherOriginIsUnknown(String type) {
		String json = "{\"type\":\"" + type + "\",\"event_id\":\"event_1\",\"x\":[1,{\"y\":null}]}";
		assertThat(CODEC.decodeServerEvent(json)).isInstanceOf(UnknownTranslationServerEvent.class)
			.isEqualTo(new UnknownTranslationServerEvent(type, "event_1", TranslationSample.read(json)));
		assertThat(CODEC.encode(CODEC.decodeServerEvent(json))).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "response.create", "input_audio_buffer.append", "session.closed",
			"transcription_session.update" })
	void clientEventOfOtherOriginIsUnknown(String type) {
		String json = "{\"type\":\"" + type + "\",\"x\":[1,{\"y\":null}]}";
		assertThat(CODEC.decodeClientEvent(json)).isInstanceOf(UnknownTranslationClientEvent.class);
		assertThat(CODEC.encode(CODEC.decodeClientEvent(json))).isEqualTo(json);
	}

	@Test
	void sameTypeIsAnotherEventInEachFamily() {
		String json = "{\"type\":\"session.created\",\"event_id\":\"event_1\",\"session\":{\"type\":\"realtime\","
				+ "\"id\":\"sess_1\",\"instructions\":\"Be kind.\"}}";
		assertThat(REALTIME.decodeServerEvent(json)).isInstanceOf(SessionCreated.class);
		assertThat(CODEC.decodeServerEvent(json)).isInstanceOf(io.realtime4j.translation.event.SessionCreated.class);
	}

	@Test
	void eventsOfThisFamilyAreUnknownToTheOther() {
		TranslationSample.all()
			.filter((sample) -> !sample.type().matches("error|session\\.(created|updated?)"))
			.forEach((sample) -> assertThat(sample.isOfServer() ? REALTIME.decodeServerEvent(sample.text())
					: REALTIME.decodeClientEvent(sample.text()))
				.isInstanceOfAny(UnknownServerEvent.class, UnknownClientEvent.class));
	}

	@Test
	void unknownClientEventTakesId() {
		TranslationClientEvent event = CODEC.decodeClientEvent("{\"type\":\"new\",\"x\":1}");
		TranslationClientEvent identified = event.withEventId("event_1");
		assertThat(identified.eventId()).isEqualTo("event_1");
		assertThat(CODEC.encode(identified)).isEqualTo("{\"type\":\"new\",\"x\":1,\"event_id\":\"event_1\"}");
		assertThat(event.eventId()).isNull();
	}

	@Test
	void unknownEventsDoNotShowTheirContent() {
		String json = "{\"type\":\"new\",\"value\":\"ek_secret\"}";
		assertThat(CODEC.decodeClientEvent(json).toString()).contains("new").doesNotContain("ek_secret");
		assertThat(CODEC.decodeServerEvent(json).toString()).contains("new").doesNotContain("ek_secret");
	}

	@Test
	void eventWithoutRequiredMemberIsUnknown() {
		assertThat(CODEC.decodeServerEvent("{\"type\":\"session.output_audio.delta\"}"))
			.isInstanceOf(UnknownTranslationServerEvent.class);
		assertThat(CODEC.decodeServerEvent("{\"type\":\"session.updated\",\"session\":7}"))
			.isInstanceOf(UnknownTranslationServerEvent.class);
		assertThat(CODEC.decodeClientEvent("{\"type\":\"session.update\",\"session\":null}"))
			.isInstanceOf(UnknownTranslationClientEvent.class);
	}

	@Test
	void optionalMemberOfUnexpectedShapeIsAbsent() {
		assertThat(CODEC
			.decodeServerEvent("{\"type\":\"session.input_transcript.delta\",\"delta\":\"a\",\"elapsed_ms\":[]}"))
			.isEqualTo(new SessionInputTranscriptDelta(null, "a", null));
		assertThat(CODEC.decodeServerEvent("{\"type\":\"session.updated\",\"session\":{\"audio\":7}}"))
			.isInstanceOfSatisfying(SessionUpdated.class, (event) -> assertThat(event.session().audio()).isNull());
		assertThat(CODEC.decodeServerEvent("{\"error\":{},\"event_id\":null,\"type\":\"error\"}"))
			.isInstanceOf(ErrorEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "hello", "{", "[]", "null", "42", "{}", "{\"type\":null}", "{\"type\":7}",
			"{\"type\":\"session.close\"} {}", "{\"type\":\"session.closed\"}]", "{\"type\":\"session.closed\",}",
			"{\"type\":\"session.closed\"", "{\"type\":\"new\",\"x\":NaN}" })
	void textThatIsNoEventIsRefused(String text) {
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> CODEC.decodeServerEvent(text));
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> CODEC.decodeClientEvent(text));
	}

	@Test
	void textThatIsTooLongOrTooDeepIsRefused() {
		String deep = "[".repeat(100_000) + "]".repeat(100_000);
		assertThatExceptionOfType(RealtimeCodecException.class)
			.isThrownBy(() -> CODEC.decodeServerEvent("{\"type\":\"new\",\"x\":" + deep + "}"));
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(
				() -> CODEC.decodeServerEvent("{\"type\":\"new\"" + " ".repeat(RealtimeCodec.MAX_LENGTH) + "}"));
	}

}
