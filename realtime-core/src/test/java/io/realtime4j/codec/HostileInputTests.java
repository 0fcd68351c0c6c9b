package io.realtime4j.codec;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.realtime4j.codec.Hostile.Outcome;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionSegment;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for frames that were damaged, or made to do damage: they end in an event or in
 * the exception of the codec, soon.
 */
@Timeout(30)
class HostileInputTests {

	private static final int PLACES = 40;

	private static final int BIG = 20 * 1024 * 1024;

	private static final List<JsonNode> ALL = Stream.of(EntryPoint.values())
		.flatMap((entry) -> entry.samples().stream())
		.toList();

	private static final List<JsonNode> VALUES = List.of(Json.read("null"), Json.read("true"), Json.read("7"),
			Json.read("-0.5"), Json.read("''"), Json.read("'text'"), Json.read("[]"), Json.read("[null, {}, 1, 'x']"),
			Json.read("{}"), Json.read("{'type': 'message', 'role': 'user', 'content': [[]]}"));

	@ParameterizedTest
	@MethodSource("samples")
	void frameThatWasCutIsRefused(EntryPoint entry, JsonNode sample) {
		String text = sample.toString();
		for (int i = 0; i < text.length(); i += 1 + text.length() / PLACES) {
			assertThat(Hostile.outcome(entry, text.substring(0, i))).isEqualTo(Outcome.REFUSED);
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void frameWithFlippedBitIsHarmless(EntryPoint entry, JsonNode sample) {
		String text = sample.toString();
		Random random = new Random(text.hashCode());
		for (int i = 0; i < text.length(); i += 1 + text.length() / PLACES) {
			char flipped = (char) (text.charAt(i) ^ (1 << random.nextInt(16)));
			assertHarmless(entry, text.substring(0, i) + flipped + text.substring(i + 1));
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void valueOfWrongTypeIsHarmlessAnywhere(EntryPoint entry, JsonNode sample) {
		int places = places(sample);
		for (int place = 0; place < places; place++) {
			for (JsonNode value : VALUES) {
				JsonNode changed = sample.deepCopy();
				replace(changed, value, new int[] { place });
				assertHarmless(entry, changed.toString());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void mutatedFrameIsHarmless(EntryPoint entry, JsonNode sample) {
		MutatedText mutations = new MutatedText(ALL, sample.toString().hashCode());
		for (int i = 0; i < 40; i++) {
			assertHarmless(entry, mutations.of(sample));
		}
	}

	@Test
	void memberThatComesTwiceIsHarmless() {
		assertHarmless("{\"type\":\"error\",\"type\":\"session.update\",\"session\":{},\"error\":{}}");
		assertHarmless("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"type\":\"transcription\"}}");
		assertHarmless("{\"type\":\"session.update\",\"session\":{\"voice\":\"ash\",\"voice\":7,\"audio\":1}}");
		assertHarmless("{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\",\"audio\":[]}");
		assertHarmless("{\"type\":\"response.output_audio.delta\",\"delta\":\"AAAA\",\"delta\":\"BBBB\","
				+ "\"response_id\":\"r\",\"item_id\":\"i\",\"output_index\":0,\"content_index\":0}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "audio", "text" })
	void bigDeltaIsReadSoon(String name) {
		String text = "{\"type\":\"response.output_" + name + ".delta\",\"event_id\":\"e\",\"response_id\":\"r\","
				+ "\"item_id\":\"i\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + "A".repeat(BIG) + "\"}";
		assertThat(Hostile.outcome(EntryPoint.SERVER, text)).isEqualTo(Outcome.TYPED);
		assertThat(Hostile.outcome(EntryPoint.CLIENT, text)).isEqualTo(Outcome.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"error\",\"error\":{\"type\":\"t\",\"message\":\"%s\"}}",
			"{\"type\":\"session.update\",\"session\":{\"instructions\":\"%s\",\"x\":\"%<s\"}}",
			"{\"x\":\"%s\",\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\"}",
			"{\"type\":\"conversation.item.create\",\"item\":{\"x\":\"%s\",\"type\":\"message\",\"role\":\"user\"}}",
			"{\"type\":\"rate_limits.updated\",\"rate_limits\":\"%s\"}", "{\"type\":\"new\",\"%s\":1}", "{\"%s\":1}",
			"{\"type\":\"%s\"}", "%s" })
	void longTextIsHarmlessAnywhere(String frame) {
		for (String part : List.of("x".repeat(100_000), "\\n".repeat(60_000), "\\ud800".repeat(20_000),
				"\uDC00".repeat(60_000))) {
			assertHarmless(frame.formatted(part));
		}
	}

	@Test
	void textWithoutSurrogatePairsIsKept() {
		RealtimeCodec codec = RealtimeCodec.create();
		for (String odd : List.of("\uD800", "\uDC00", "a\uDC00\uD800b", "\uD83D")) {
			ResponseOutputTextDelta event = new ResponseOutputTextDelta("e", "r", "i", 0, 0, odd);
			assertThat(codec.decodeServerEvent(codec.encode(event))).isEqualTo(event);
		}
	}

	@Test
	void numberThatIsNotFiniteIsAbsent() {
		RealtimeCodec codec = RealtimeCodec.create();
		for (String number : List.of("\"NaN\"", "\"-Infinity\"", "1e400", "\"-1e400\"")) {
			SessionUpdate update = (SessionUpdate) codec.decodeClientEvent(
					"{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"temperature\":" + number + "}}");
			assertThat(((RealtimeSessionSettings) update.session()).temperature()).isNull();
			String segment = "{\"type\":\"conversation.item.input_audio_transcription.segment\",\"item_id\":\"i\","
					+ "\"content_index\":0,\"text\":\"t\",\"id\":\"s\",\"speaker\":\"A\",\"start\":0,\"end\":" + number
					+ "}";
			assertThat(codec.decodeServerEvent(segment)).isInstanceOfSatisfying(
					ConversationItemInputAudioTranscriptionSegment.class, (event) -> assertThat(event.end()).isZero());
		}
	}

	@ParameterizedTest
	@EnumSource
	void numberThatIsNotFiniteIsRefused(Dialect dialect) {
		RealtimeCodec codec = RealtimeCodec.create(dialect);
		for (double number : new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			assertRefused(codec, new ConversationItemInputAudioTranscriptionSegment("e", "i", 0, "text", "id",
					"speaker", number, 1.0));
			assertRefused(codec, SessionUpdate.of(RealtimeSessionSettings.builder().temperature(number).build()));
			assertRefused(codec, ResponseCreate.of(ResponseSettings.builder().temperature(number).build()));
		}
	}

	private void assertRefused(RealtimeCodec codec, RealtimeMessage message) {
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> codec.encode(message))
			.withMessageContaining(message.type());
	}

	private void assertHarmless(String text) {
		Stream.of(EntryPoint.values()).forEach((entry) -> assertHarmless(entry, text));
	}

	private void assertHarmless(EntryPoint entry, String text) {
		assertThatNoException().as(() -> (text.length() < 5000) ? text : text.substring(0, 200))
			.isThrownBy(() -> assertThat(Hostile.outcome(entry, text)).isNotNull());
	}

	private static Stream<Arguments> samples() {
		return Stream.of(EntryPoint.values())
			.flatMap((entry) -> entry.samples()
				.stream()
				.map((sample) -> Arguments.of(entry, Named.of(sample.path("type").asString(), sample))));
	}

	private static int places(JsonNode node) {
		return node.valueStream().mapToInt((value) -> 1 + places(value)).sum();
	}

	// Count down to the place, in the order in which the values stand
	private static void replace(JsonNode node, JsonNode value, int[] place) {
		if (node instanceof ObjectNode object) {
			for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
				if (place[0]-- == 0) {
					object.set(member.getKey(), value);
				}
				else {
					replace(member.getValue(), value, place);
				}
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				if (place[0]-- == 0) {
					array.set(i, value);
				}
				else {
					replace(array.get(i), value, place);
				}
			}
		}
	}

}
