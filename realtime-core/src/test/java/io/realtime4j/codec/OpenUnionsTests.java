package io.realtime4j.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.UnknownClientEvent;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import io.realtime4j.model.audio.UnknownAudioFormat;
import io.realtime4j.model.audio.UnknownVoice;
import io.realtime4j.model.content.UnknownContentPart;
import io.realtime4j.model.content.UnknownResponsePart;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UnknownItem;
import io.realtime4j.model.item.UnknownMcpCallError;
import io.realtime4j.model.prompt.UnknownPromptVariable;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.model.session.UnknownSecretExpiry;
import io.realtime4j.model.session.UnknownSessionSettings;
import io.realtime4j.model.session.UnknownTracing;
import io.realtime4j.model.session.UnknownTruncation;
import io.realtime4j.model.session.UnknownTurnDetection;
import io.realtime4j.model.tool.UnknownAllowedTools;
import io.realtime4j.model.tool.UnknownApprovalPolicy;
import io.realtime4j.model.tool.UnknownTool;
import io.realtime4j.model.tool.UnknownToolChoice;
import io.realtime4j.model.transcription.UnknownTranscriptionUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a union of the model does with a variant that it does not know.
 */
class OpenUnionsTests {

	private static final RealtimeCodec GA = RealtimeCodec.create();

	private static final RealtimeCodec BETA = RealtimeCodec.create(Dialect.BETA);

	private static final String ITEM = "{'type': 'conversation.item.create', 'item': %s}";

	private static final String CONTENT = ITEM.formatted("{'type': 'message', 'role': 'user', 'content': [%s]}");

	private static final String MCP_CALL = ITEM.formatted("{'type': 'mcp_call', 'error': %s}");

	private static final String PART = "{'type': 'response.content_part.added', 'response_id': 'r', 'item_id': 'i', "
			+ "'output_index': 0, 'content_index': 0, 'part': %s}";

	private static final String SETTINGS = "{'type': 'session.update', 'session': %s}";

	private static final String SESSION = SETTINGS.formatted("{'type': 'realtime', '%%s': %s}");

	private static final String TOOL = "[{'type': 'mcp', 'server_label': 's', '%s': %s}]";

	private static final String AUDIO = "{'input': {'%s': %s}}";

	private static final String USAGE = "{'type': 'conversation.item.input_audio_transcription.completed', "
			+ "'item_id': 'i', 'content_index': 0, 'transcript': '', 'usage': %s}";

	private static final String NEW = "{'type': 'brand_new', 'value': [1, null, {'deep': 0.5}]}";

	@ParameterizedTest
	@MethodSource("unknownVariants")
	void unknownVariantKeepsItsJson(Class<?> variant, String text) {
		RealtimeMessage event = decode(text);
		assertThat(event).isNotInstanceOfAny(UnknownClientEvent.class, UnknownServerEvent.class);
		assertThat(ModelParts.of(List.of((Record) event)).records()).contains(variant);
		Json.assertSame(GA.encode(event), text);
	}

	@ParameterizedTest
	@MethodSource("unknownVariants")
	void unknownVariantIsTheSameAfterBeta(Class<?> variant, String text) {
		RealtimeMessage event = decode(text);
		assertThat(decode(BETA.encode(event))).isEqualTo(event);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'translation', 'voice': 'ash', 'audio': {'output': {'voice': 'echo'}}}",
			"{'type': {}, 'modalities': ['text'], 'output_modalities': ['audio']}" })
	void unknownSettingsKeepTheirMembersInBeta(String settings) {
		String text = SETTINGS.formatted(settings);
		Json.assertSame(BETA.encode(decode(text)), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type': 'thought', 'role': 'assistant', 'content': [{'type': 'output_text'}]}",
			"{'type': 'message', 'role': 'tutor', 'content': [{'type': 'output_audio', 'audio': 'AAAA'}]}",
			"{'role': 'assistant', 'content': [{'type': 'output_text', 'text': 'Hi'}]}" })
	void unknownItemKeepsItsContentInBeta(String item) {
		String text = ITEM.formatted(item);
		Json.assertSame(BETA.encode(decode(text)), text);
	}

	@ParameterizedTest
	@EnumSource(Dialect.class)
	void unknownEventKeepsItsJson(Dialect dialect) {
		String text = "{'type': 'session.shiny', 'event_id': 'event_1', 'session': {'type': 'transcription'}, "
				+ "'item': {'content': [{'type': 'output_text'}]}, 'n': [12345678901234567890, 1.10, null, 1e400]}";
		RealtimeCodec codec = RealtimeCodec.create(dialect);
		ServerEvent fromServer = codec.decodeServerEvent(Json.quoted(text));
		ClientEvent fromClient = codec.decodeClientEvent(Json.quoted(text));
		assertThat(fromServer).isInstanceOf(UnknownServerEvent.class);
		assertThat(fromClient).isInstanceOf(UnknownClientEvent.class);
		assertThat(fromServer.type()).isEqualTo(fromClient.type()).isEqualTo("session.shiny");
		assertThat(fromServer.eventId()).isEqualTo(fromClient.eventId()).isEqualTo("event_1");
		Json.assertSame(codec.encode(fromServer), text);
		Json.assertSame(codec.encode(fromClient), text);
	}

	@Test
	void unknownMembersOfSettingsItemsAndToolsAreKept() {
		String text = "{'type': 'session.update', 'session': {'type': 'realtime', 'mood': 'calm', 'audio': {"
				+ "'input': {'denoise': {'level': 2}, 'transcription': {'model': 'whisper-1', 'beam': null}, "
				+ "'turn_detection': {'type': 'server_vad', 'patience': 7}, "
				+ "'noise_reduction': {'type': 'near_field', 'mode': 'x'}}, 'output': {'pitch': 1.5}}, "
				+ "'tools': [{'type': 'function', 'name': 'f', 'cost': 0.25}, "
				+ "{'type': 'mcp', 'server_label': 's', 'region': 'eu'}]}}";
		Json.assertSame(reencoded(text), text);
		String item = CONTENT.formatted("{'type': 'input_text', 'text': 't', 'lang': 'de'}")
			.replace("'user'", "'user', 'phase': 'draft', 'score': 12345678901234567890");
		Json.assertSame(reencoded(item), item);
		String response = "{'type': 'response.create', 'response': {'seed': 7, 'stop': ['.']}}";
		Json.assertSame(reencoded(response), response);
	}

	@ParameterizedTest
	@MethodSource("openValues")
	void valueThatIsNotAmongTheConstantsIsKept(String text) {
		RealtimeMessage event = decode(text);
		assertThat(UntypedParts.of((Record) event)).isEmpty();
		Json.assertSame(GA.encode(event), text);
	}

	@Test
	void everyUnionIsKnownToTheCodec() {
		Set<Class<?>> unions = ModelUnions.ALL.stream().map(Union::type).collect(Collectors.toSet());
		Set<Class<?>> sealed = new ClassFileImporter().importPackages("io.realtime4j.model")
			.stream()
			.filter((type) -> type.isInterface() && !type.isAnnotation() && type.getSimpleName().length() > 0)
			.map((type) -> (Class<?>) type.reflect())
			.filter((type) -> type.isSealed() && type != Message.class && type != ResponseOutcome.class)
			.collect(Collectors.toSet());
		assertThat(unions).isEqualTo(sealed);
	}

	@Test
	void everyUnionHasAnUnknownVariantWithSample() {
		Set<Class<?>> variants = unknownVariants().map((sample) -> (Class<?>) sample.get()[0])
			.collect(Collectors.toSet());
		for (Union<?> union : ModelUnions.ALL) {
			assertThat(Arrays.stream(union.type().getPermittedSubclasses()).filter(variants::contains))
				.as(union.type().getSimpleName())
				.hasSize(1);
		}
	}

	private static Stream<Arguments> unknownVariants() {
		return Stream.of(Arguments.of(UnknownItem.class, ITEM.formatted(NEW)),
				Arguments.of(UnknownItem.class, ITEM.formatted("{'type': 'message', 'role': 'referee'}")),
				Arguments.of(UnknownItem.class, ITEM.formatted("['not', 'an', 'object']")),
				Arguments.of(UnknownContentPart.class, CONTENT.formatted(NEW)),
				Arguments.of(UnknownResponsePart.class, PART.formatted(NEW)),
				Arguments.of(UnknownMcpCallError.class, MCP_CALL.formatted(NEW)),
				Arguments.of(UnknownMcpCallError.class, MCP_CALL.formatted("{'type': 'http_error', 'code': 'many'}")),
				Arguments.of(UnknownTranscriptionUsage.class, USAGE.formatted(NEW)),
				Arguments.of(UnknownSessionSettings.class, SETTINGS.formatted(NEW)),
				Arguments.of(UnknownSecretExpiry.class, session("client_secret", "{'expires_at': 'soon'}")),
				Arguments.of(UnknownTracing.class, session("tracing", NEW)),
				Arguments.of(UnknownTruncation.class, session("truncation", NEW)),
				Arguments.of(UnknownTruncation.class, session("truncation", "0.5")),
				Arguments.of(UnknownTool.class, session("tools", "[" + NEW + "]")),
				Arguments.of(UnknownTool.class, session("tools", "[{'type': 'mcp', 'server_url': 'no label'}]")),
				Arguments.of(UnknownToolChoice.class, session("tool_choice", NEW)),
				Arguments.of(UnknownAllowedTools.class, session("tools", TOOL.formatted("allowed_tools", "'all'"))),
				Arguments.of(UnknownApprovalPolicy.class, session("tools", TOOL.formatted("require_approval", NEW))),
				Arguments.of(UnknownPromptVariable.class,
						session("prompt", "{'id': 'p', 'variables': {'v': " + NEW + "}}")),
				Arguments.of(UnknownAudioFormat.class, session("audio", AUDIO.formatted("format", NEW))),
				Arguments.of(UnknownTurnDetection.class, session("audio", AUDIO.formatted("turn_detection", NEW))),
				Arguments.of(UnknownVoice.class, session("audio", "{'output': {'voice': " + NEW + "}}")));
	}

	private static Stream<String> openValues() {
		return Stream.of(session("model", "'gpt-realtime-99'"), session("output_modalities", "['smell']"),
				session("tool_choice", "'whenever'"), session("tracing", "'loud'"), session("truncation", "'never'"),
				session("include", "['item.mood']"), session("reasoning", "{'effort': 'heroic'}"),
				session("audio", "{'output': {'voice': 'kazoo'}}"),
				session("audio", AUDIO.formatted("noise_reduction", "{'type': 'mid_field'}")),
				session("audio", AUDIO.formatted("transcription", "{'model': 'ears-1', 'delay': 'eventual'}")),
				session("audio", AUDIO.formatted("turn_detection", "{'type': 'semantic_vad', 'eagerness': 'keen'}")),
				"{'type': 'response.done', 'response': {'status': 'paused', 'status_details': "
						+ "{'type': 'paused', 'reason': 'coffee'}, 'output': [{'type': 'function_call', "
						+ "'status': 'brewing'}]}}",
				"{'type': 'rate_limits.updated', 'rate_limits': [{'name': 'jokes', 'limit': 3}]}");
	}

	private static String session(String member, String value) {
		return SESSION.formatted(value).formatted(member);
	}

	private static String reencoded(String text) {
		return GA.encode(decode(text));
	}

	private static RealtimeMessage decode(String text) {
		String type = Json.read(text).path("type").asString("");
		return EventTypes.CLIENT.containsKey(type) ? GA.decodeClientEvent(Json.quoted(text))
				: GA.decodeServerEvent(Json.quoted(text));
	}

}
