package io.realtime4j.codec;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Base64Audio;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FastPathTests {

	private static final String IDS = "\"event_id\":\"event_1\",\"response_id\":\"resp_1\",\"item_id\":\"item_1\",";

	private static final String PLACE = IDS + "\"output_index\":0,\"content_index\":12,";

	private static final List<String> HOT = List.of(
			"{\"type\":\"response.output_audio.delta\"," + PLACE + "\"delta\":\"AgD9/wQAAAD4/wMA\"}",
			"{\"type\":\"response.audio.delta\"," + PLACE + "\"delta\":\"\"}",
			"{\"type\":\"response.output_text.delta\"," + PLACE + "\"delta\":\" schöne Grüße 🎉\"}",
			"{\"type\":\"response.text.delta\"," + PLACE + "\"delta\":\" hello\",\"obfuscation\":\"aLxx0jTE\"}",
			"{\"type\":\"response.output_audio_transcript.delta\"," + PLACE + "\"delta\":\" there\"}",
			"{\"type\":\"response.audio_transcript.delta\"," + PLACE + "\"delta\":\"!\"}",
			"{\"type\":\"response.function_call_arguments.delta\"," + IDS
					+ "\"output_index\":999999999999999999,\"call_id\":\"call_1\",\"delta\":\"12\"}");

	private static final List<String> HOT_CLIENT = List.of(
			"{\"type\":\"input_audio_buffer.append\",\"event_id\":\"event_1\",\"audio\":\"AgD9/wQAAAD4/wMA\"}",
			"{\"type\":\"input_audio_buffer.append\",\"audio\":\"AgD9\"}");

	private final RealtimeCodec codec = RealtimeCodec.create();

	private final Base64Audio base64 = new Base64Audio();

	private final EventReader<ServerEvent> databind = new EventReader<>(WireMapper.create(RealtimeCodec.MAX_LENGTH),
			this.base64, new EventKinds<>(EventTypes.SERVER, UnknownServerEvent::new));

	private final EventReader<ClientEvent> clientDatabind = new EventReader<>(
			WireMapper.create(RealtimeCodec.MAX_LENGTH), this.base64,
			new EventKinds<>(EventTypes.CLIENT, UnknownClientEvent::new));

	static List<String> hotFrames() {
		return HOT;
	}

	static Stream<String> unusualFrames() {
		String audio = HOT.get(0);
		return Stream.of(audio.replace(":", ": ").replace(",", ", "), audio.replace("resp_1", "resp\\u005f1"),
				audio.replace("/", "\\/"), audio.replace("\"output_index\":0", "\"output_index\":\"0\""),
				audio.replace("\"output_index\":0", "\"output_index\":1.0"),
				audio.replace("\"output_index\":0", "\"output_index\":-1"),
				audio.replace("\"output_index\":0", "\"output_index\":9223372036854775807"),
				audio.replace("\"event_id\":\"event_1\",", ""), audio.replace("\"item_id\":\"item_1\",", ""),
				audio.replace("}", ",\"new\":[1,{}]}"), audio.replace("\"event_1\"", "null"), audio + "  \n",
				" " + audio, audio.replace("\"delta\"", "\"delta_2\":1,\"delta\""));
	}

	@ParameterizedTest
	@MethodSource("hotFrames")
	void takesTheFastPathForFramesOfTheUsualForm(String json) {
		assertThat(readFast(HotServerEvents.ALL, json)).isNotNull().isEqualTo(this.databind.read(json));
	}

	@Test
	void takesTheFastPathForMicrophoneAudio() {
		assertThat(HOT_CLIENT).allSatisfy(
				(json) -> assertThat(readFast(HotClientEvents.ALL, json)).isEqualTo(this.clientDatabind.read(json)));
	}

	private <E> E readFast(List<HotEvent<E>> events, String json) {
		return events.stream()
			.map((hot) -> hot.read(json, this.base64))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	@ParameterizedTest
	@MethodSource("unusualFrames")
	void readsUnusualFormsLikeAnyOtherEvent(String json) {
		assertThat(this.codec.decodeServerEvent(json)).isEqualTo(this.databind.read(json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "}", "{}", "\"", ",", "\u0000" })
	void refusesWhatComesBehindAnEvent(String tail) {
		assertThatExceptionOfType(RealtimeCodecException.class)
			.isThrownBy(() -> this.codec.decodeServerEvent(HOT.get(0) + tail));
	}

	@Test
	void agreesWithDatabindOnMutatedFrames() {
		assertAgreement(HOT, this.codec::decodeServerEvent, this.databind::read);
	}

	@Test
	void agreesWithDatabindOnMutatedMicrophoneAudio() {
		assertAgreement(HOT_CLIENT, this.codec::decodeClientEvent, this.clientDatabind::read);
	}

	static void assertAgreement(List<String> frames, Function<String, Object> codec,
			Function<String, Object> databind) {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			String json = mutate(frames.get(i % frames.size()), random);
			assertThat(outcome(() -> codec.apply(json))).as(json).isEqualTo(outcome(() -> databind.apply(json)));
		}
	}

	@Test
	void agreesWithDatabindOnAudioOfAnyLength() {
		Random random = new Random(44);
		for (int length = 0; length < 200; length++) {
			byte[] pcm = new byte[length * 97];
			random.nextBytes(pcm);
			String json = HOT.get(0).replace("AgD9/wQAAAD4/wMA", Base64.getEncoder().encodeToString(pcm));
			assertThat(this.codec.decodeServerEvent(json)).isEqualTo(this.databind.read(json))
				.isInstanceOfSatisfying(ResponseOutputAudioDelta.class,
						(event) -> assertThat(event.delta().bytes()).isEqualTo(pcm));
		}
	}

	private static String mutate(String json, Random random) {
		StringBuilder text = new StringBuilder(json);
		String alphabet = "{}[]\":,\\0129eE.-+ntfu/ aé";
		for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
			int at = random.nextInt(text.length());
			char character = alphabet.charAt(random.nextInt(alphabet.length()));
			switch (random.nextInt(3)) {
				case 0 -> text.setCharAt(at, character);
				case 1 -> text.insert(at, character);
				default -> text.deleteCharAt(at);
			}
		}
		return text.toString();
	}

	private static Object outcome(java.util.function.Supplier<Object> reading) {
		try {
			return reading.get();
		}
		catch (RealtimeCodecException ex) {
			return RealtimeCodecException.class;
		}
	}

	@Test
	void doesNotDecodeAudioWhileReading() {
		String json = HOT.get(0).replace("AgD9/wQAAAD4/wMA", "this is not base64");
		assertThat(this.codec.decodeServerEvent(json)).isInstanceOfSatisfying(ResponseOutputAudioDelta.class,
				(event) -> assertThat(event.delta().base64()).isEqualTo("this is not base64"));
	}

	@Test
	void writesMicrophoneAudioAsDatabindDoes() {
		JsonMapper mapper = WireMapper.create(RealtimeCodec.MAX_LENGTH);
		AudioData audio = AudioData.of(new byte[] { 1, 2, 3, -4 });
		for (String eventId : new String[] { "event_1", "a\"b", "ümläut", "line\n", "" }) {
			InputAudioBufferAppend append = new InputAudioBufferAppend(eventId, audio);
			assertThat(this.codec.encode(append)).isEqualTo(mapper.writeValueAsString(append));
		}
		InputAudioBufferAppend append = InputAudioBufferAppend.of(audio);
		assertThat(this.codec.encode(append)).isEqualTo(mapper.writeValueAsString(append));
	}

	@Test
	void escapesTextThatOnlyClaimsToBeBase64() {
		InputAudioBufferAppend append = InputAudioBufferAppend.of(AudioData.ofBase64("\",\"type\":\"x"));
		assertThat(this.codec.decodeClientEvent(this.codec.encode(append))).isEqualTo(append);
	}

}
