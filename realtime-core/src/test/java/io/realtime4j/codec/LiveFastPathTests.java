package io.realtime4j.codec;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Base64Audio;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.codec.LiveParts;
import io.realtime4j.live.event.client.LiveClientEvent;
import io.realtime4j.live.event.client.SessionInputAudioAppend;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the fast path for the deltas of live sessions reads as any other way does.
 */
class LiveFastPathTests {

	private static final String TIMES = "\"start_ms\":2000,\"end_ms\":2100";

	private static final List<String> HOT = List.of(
			"{\"type\":\"session.output_audio.delta\",\"delta\":\"AgD9/wQAAAD4/wMA\"}",
			"{\"type\":\"session.output_audio.delta\",\"delta\":\"\"," + TIMES + "}",
			"{\"type\":\"session.output_audio.delta\",\"event_id\":\"event_1\"," + TIMES + ",\"delta\":\"AgD9\"}",
			"{\"type\":\"session.output_transcript.delta\",\"event_id\":\"event_1\",\"delta\":\" schön 🎉\"," + TIMES
					+ "}",
			"{\"type\":\"session.output_transcript.delta\",\"event_id\":\"event_1\"," + TIMES + ",\"delta\":\"!\"}",
			"{\"type\":\"session.input_transcript.delta\",\"event_id\":\"event_1\",\"delta\":\" two\"," + TIMES
					+ ",\"obfuscation\":\"aLxx0jTE\"}",
			"{\"type\":\"session.input_transcript.delta\",\"delta\":\"\",\"start_ms\":999999999999999999}",
			"{\"type\":\"session.input_audio.append\",\"audio\":\"AgD9/wQAAAD4/wMA\"}");

	private static final List<String> HOT_CLIENT = List.of(
			"{\"type\":\"session.input_audio.append\",\"event_id\":\"event_1\",\"audio\":\"AgD9/wQAAAD4/wMA\"}",
			"{\"type\":\"session.input_audio.append\",\"audio\":\"AgD9\"}");

	private final LiveCodec codec = LiveCodec.create();

	private final Base64Audio base64 = new Base64Audio();

	private final JsonMapper mapper = WireMapper.create(RealtimeCodec.MAX_LENGTH, LiveParts.unions());

	private final EventReader<LiveServerEvent> databind = new EventReader<>(this.mapper, this.base64,
			LiveParts.server());

	private final EventReader<LiveClientEvent> clientDatabind = new EventReader<>(this.mapper, this.base64,
			LiveParts.client());

	static List<String> hotFrames() {
		return HOT;
	}

	static Stream<String> unusualFrames() {
		String audio = HOT.get(2);
		return Stream.of(audio.replace(":", ": ").replace(",", ", "), audio.replace("event_1", "event\\u005f1"),
				audio.replace("2000", "\"2000\""), audio.replace("2000", "2000.5"), audio.replace("2000", "-1"),
				audio.replace("2000", "9223372036854775808"), audio.replace("2000", "null"),
				audio.replace("2000", "{}"), audio.replace("\"event_1\"", "null"),
				audio.replace("}", "," + TIMES + "}"), audio.replace("}", ",\"delta\":\"\"}"),
				audio.replace("}", ",\"new\":[1,{}]}"), audio + " \n", " " + audio,
				HOT.get(4).replace("}", ",\"client_event_id\":\"event_2\"}"),
				HOT.get(1).replace(TIMES, "\"end_ms\":1,\"start_ms\":0"));
	}

	@ParameterizedTest
	@MethodSource("hotFrames")
	void takesTheFastPathForFramesOfTheUsualForm(String json) {
		LiveServerEvent event = LiveParts.hotServer()
			.stream()
			.map((hot) -> hot.read(json, this.base64))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		assertThat(event).isNotNull().isEqualTo(this.databind.read(json));
	}

	@ParameterizedTest
	@MethodSource("unusualFrames")
	void readsUnusualFormsLikeAnyOtherEvent(String json) {
		assertThat(this.codec.decodeServerEvent(json)).isEqualTo(this.databind.read(json))
			.extracting(LiveServerEvent::type)
			.isIn("session.output_audio.delta", "session.output_transcript.delta");
	}

	@Test
	void agreesWithDatabindOnMutatedFrames() {
		FastPathTests.assertAgreement(HOT, this.codec::decodeServerEvent, this.databind::read);
		FastPathTests.assertAgreement(HOT_CLIENT, this.codec::decodeClientEvent, this.clientDatabind::read);
	}

	@Test
	void doesNotDecodeAudioWhileReading() {
		String json = HOT.get(0).replace("AgD9/wQAAAD4/wMA", "this is not base64");
		assertThat(this.codec.decodeServerEvent(json)).isInstanceOfSatisfying(SessionOutputAudioDelta.class,
				(event) -> assertThat(event.delta().base64()).isEqualTo("this is not base64"));
	}

	@Test
	void writesMicrophoneAudioAsDatabindDoes() {
		AudioData audio = AudioData.of(new byte[] { 1, 2, 3, -4 });
		for (String eventId : new String[] { null, "event_1", "a\"b", "ümläut", "line\n", "" }) {
			SessionInputAudioAppend append = new SessionInputAudioAppend(eventId, audio);
			assertThat(this.codec.encode(append)).isEqualTo(this.mapper.writeValueAsString(append));
		}
	}

	@Test
	void escapesTextThatOnlyClaimsToBeBase64() {
		SessionInputAudioAppend append = SessionInputAudioAppend.of(AudioData.ofBase64("\",\"type\":\"x"));
		assertThat(this.codec.decodeClientEvent(this.codec.encode(append))).isEqualTo(append);
	}

}
