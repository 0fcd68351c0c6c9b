package io.realtime4j.codec;

import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ErrorEvent;
import io.realtime4j.event.server.RateLimitsUpdated;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for text that is no event, and for events whose members have another shape than
 * the protocol says.
 */
class MalformedTextTests {

	private static final int EXCERPT = 200;

	private static final String TEXT_DELTA = "{'type': 'response.output_text.delta', 'response_id': 'r', "
			+ "'item_id': 'i', 'output_index': 0, 'content_index': 0, 'delta': %s}";

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "hello", "{", "[]", "[{\"type\":\"error\"}]", "null", "true", "42", "\"error\"",
			"{}", "{\"type\":null}", "{\"type\":7}", "{\"type\":{}}", "{\"type\":[\"error\"]}", "{\"Type\":\"error\"}",
			"{'type':'error'}", "{\"event\":{\"type\":\"error\"}}", "{\"type\":\"new\"} {}", "{\"type\":\"new\"}]",
			"{\"type\":\"input_audio_buffer.clear\"} x", "{\"type\":\"input_audio_buffer.cleared\"} x",
			"{\"type\":\"input_audio_buffer.clear\",}", "{\"type\":\"new\",\"x\":NaN}",
			"{\"type\":\"new\",\"x\":-Infinity}", "{\"type\":\"new\",\"x\":01}", "{\"type\":\"new\"",
			"{\"type\":\"new\",\"x\":\"\u0000\"}", "{\"type\":\"new\",\"x\":\"\\ud83\"}", "/* */{\"type\":\"new\"}",
			"{\"x\":1,\"type\"", "\uFEFF{}" })
	void textThatIsNoEventIsRefused(String text) {
		assertRefused(text);
	}

	@Test
	void textThatIsTooDeepIsRefused() {
		String deep = "[".repeat(100_000) + "]".repeat(100_000);
		assertRefused("{\"type\":\"new\",\"x\":" + deep + "}");
		assertRefused("{\"x\":" + deep + ",\"type\":\"error\",\"error\":{}}");
		assertRefused("{\"type\":\"conversation.item.create\",\"item\":" + deep + "}");
		assertRefused("{\"type\":\"conversation.item.created\",\"item\":" + deep.replace("[", "{\"a\":[") + "}");
	}

	@Test
	void textThatIsTooLongIsRefused() {
		assertRefused("{\"type\":\"new\"" + " ".repeat(RealtimeCodec.MAX_LENGTH) + "}");
	}

	@Test
	void numberThatIsTooLongIsRefused() {
		assertRefused("{\"type\":\"new\",\"x\":" + "9".repeat(1_000_000) + "}");
		assertRefused("{\"type\":\"error\",\"error\":{\"x\":0." + "9".repeat(1_000_000) + "}}");
	}

	@Test
	void messageShowsTheBeginningOfTheText() {
		assertThatExceptionOfType(RealtimeCodecException.class)
			.isThrownBy(() -> CODEC.decodeServerEvent("{\"type\":\"new\",\"x\":}"))
			.withMessageContaining("{\"type\":\"new\",\"x\":}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 197, 198, 199, 200, 201 })
	void messageDoesNotCutCharacterInTwo(int length) {
		String text = "x".repeat(length) + "\uD83C\uDFA4".repeat(10);
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> CODEC.decodeServerEvent(text))
			.satisfies((ex) -> assertThat(ex.getMessage().codePoints())
				.noneMatch((character) -> Character.getType(character) == Character.SURROGATE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'\\ud800'", "'\\udc00x'", "'a\\u0000b'", "'\\u2028\\ud83d\\ude00'" })
	void oddCharacterIsKept(String delta) {
		ServerEvent event = server(TEXT_DELTA.formatted(delta));
		assertThat(event).isInstanceOf(ResponseOutputTextDelta.class);
		assertThat(CODEC.decodeServerEvent(CODEC.encode(event))).isEqualTo(event);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "-1e-999999999", "1e400", "123456789012345678901234567890",
			"0.1e-999999999", "9223372036854775808" })
	void hugeNumberIsHarmlessWhereverItStands(String number) {
		List<String> texts = List.of("{\"type\":\"new\",\"x\":%s}",
				"{\"type\":\"input_audio_buffer.speech_started\",\"audio_start_ms\":%s,\"item_id\":\"i\"}",
				"{\"type\":\"session.updated\",\"session\":{\"expires_at\":%s,\"x\":%<s,\"temperature\":%<s,"
						+ "\"max_response_output_tokens\":%<s,\"truncation\":%<s,\"client_secret\":{\"expires_at\":%<s}}}",
				"{\"type\":\"rate_limits.updated\",\"rate_limits\":[{\"limit\":%s,\"reset_seconds\":%<s}]}");
		for (String text : texts) {
			assertThatCode(() -> {
				ServerEvent event = CODEC.decodeServerEvent(text.formatted(number));
				assertThat(event.type()).isEqualTo(Json.read(text.replaceAll("%<?s", "0")).get("type").stringValue());
				Json.read(CODEC.encode(event));
				RealtimeCodec.create(Dialect.BETA).encode(event);
			}).as(text).doesNotThrowAnyException();
		}
	}

	@ParameterizedTest
	@MethodSource("requiredMembersOfAnotherShape")
	void requiredMemberOfAnotherShapeMakesTheEventUnknown(String text) {
		assertUnknown(server(text), text);
		assertUnknown(CODEC.decodeClientEvent(Json.quoted(text)), text);
	}

	@ParameterizedTest
	@MethodSource("optionalMembersOfAnotherShape")
	void optionalMemberOfAnotherShapeLeavesTheEventTyped(Class<?> type, String text) {
		boolean fromClient = EventTypes.CLIENT.containsValue(type);
		RealtimeMessage event = fromClient ? CODEC.decodeClientEvent(Json.quoted(text)) : server(text);
		assertThat(event).isInstanceOf(type);
		assertThat(UntypedParts.of((Record) event)).noneMatch((part) -> part.contains(".session is Unknown"));
	}

	private static Stream<String> requiredMembersOfAnotherShape() {
		return Stream.of("{'type': 'error'}", "{'type': 'error', 'error': null}", "{'type': 'error', 'error': 'text'}",
				"{'type': 'conversation.item.truncate', 'item_id': 'i', 'audio_end_ms': 1}",
				"{'type': 'conversation.item.truncate', 'item_id': 'i', 'content_index': null, 'audio_end_ms': 1}",
				"{'type': 'conversation.item.truncate', 'item_id': 'i', 'content_index': [], 'audio_end_ms': 1}",
				"{'type': 'conversation.item.delete'}", "{'type': 'conversation.item.create', 'item': null}",
				"{'type': 'input_audio_buffer.append', 'audio': [1, 2]}", "{'type': 'input_audio_buffer.append'}",
				"{'type': 'rate_limits.updated', 'rate_limits': {}}", "{'type': 'session.update'}",
				"{'type': 'session.created', 'session': null}", "{'type': 'response.done', 'response': 5}",
				"{'type': 'conversation.created', 'conversation': []}",
				"{'type': 'conversation.item.input_audio_transcription.delta', 'item_id': 'i', 'logprobs': [{}]}",
				TEXT_DELTA.formatted("null").replace("text", "audio"), TEXT_DELTA.formatted("null"));
	}

	private static Stream<Arguments> optionalMembersOfAnotherShape() {
		return Stream.concat(settingsOfAnotherShape(), otherMembersOfAnotherShape());
	}

	private static Stream<Arguments> settingsOfAnotherShape() {
		return Stream
			.of("'audio': 'loud'", "'audio': {'input': [], 'output': 7}", "'output_modalities': 'audio'",
					"'output_modalities': ['audio', null]", "'expires_at': 'tomorrow'", "'tools': {'type': 'function'}",
					"'tools': [null, 'hammer']", "'max_output_tokens': 'many'", "'max_output_tokens': {'at': 'most'}",
					"'max_output_tokens': 0.5", "'temperature': 'warm'", "'parallel_tool_calls': 'perhaps'",
					"'client_secret': 'ek'")
			.map((member) -> "{'type': 'session.update', 'session': {'type': 'realtime', " + member + "}}")
			.map((text) -> Arguments.of(SessionUpdate.class, text));
	}

	private static Stream<Arguments> otherMembersOfAnotherShape() {
		String response = "{'type': 'response.done', 'response': {'%s': %s}}";
		String transcript = "{'type': 'conversation.item.input_audio_transcription.delta', 'item_id': 'i', '%s': %s}";
		return Stream.of(Arguments.of(ErrorEvent.class, "{'type': 'error', 'error': {'code': {'http': 500}}}"),
				Arguments.of(ErrorEvent.class, "{'type': 'error', 'event_id': [], 'error': {'message': ['a', 'b']}}"),
				Arguments.of(ResponseDone.class, response.formatted("usage", "'much'")),
				Arguments.of(ResponseDone.class, response.formatted("output", "[null, 1, 'text', {}]")),
				Arguments.of(ResponseDone.class, response.formatted("metadata", "[1]")),
				Arguments.of(ResponseDone.class, response.formatted("metadata", "{'a': null, 'b': {'c': 1}}")),
				Arguments.of(ResponseDone.class, response.formatted("status_details", "'fine'")),
				Arguments.of(ResponseDone.class, response.formatted("audio", "{'output': 1}")),
				Arguments.of(ConversationItemInputAudioTranscriptionDelta.class,
						transcript.formatted("logprobs", "['x']")),
				Arguments.of(ConversationItemInputAudioTranscriptionDelta.class,
						transcript.formatted("content_index", "{}")),
				Arguments.of(RateLimitsUpdated.class, "{'type': 'rate_limits.updated', 'rate_limits': [{}, null, 3]}"),
				Arguments.of(ResponseCreate.class, "{'type': 'response.create', 'response': 'now'}"),
				Arguments.of(ConversationItemCreate.class,
						"{'type': 'conversation.item.create', 'item': {'type': "
								+ "'message', 'role': 'user', 'content': 'plain'}}"),
				Arguments.of(ConversationItemTruncate.class, "{'type': 'conversation.item.truncate', 'item_id': 'i', "
						+ "'content_index': 0, 'audio_end_ms': 1500.0, 'event_id': {}}"));
	}

	private void assertRefused(String text) {
		String tooMuch = (text.length() > EXCERPT) ? text.substring(0, EXCERPT + 1) : "more than there is";
		for (Runnable decoding : List.<Runnable>of(() -> CODEC.decodeServerEvent(text),
				() -> CODEC.decodeClientEvent(text))) {
			assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(decoding::run)
				.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(EXCERPT + 100).doesNotContain(tooMuch));
		}
	}

	private void assertUnknown(RealtimeMessage event, String text) {
		assertThat(event).isInstanceOfAny(UnknownServerEvent.class, UnknownClientEvent.class);
		Json.assertSame(CODEC.encode(event), text);
	}

	private ServerEvent server(String text) {
		return CODEC.decodeServerEvent(Json.quoted(text));
	}

}
