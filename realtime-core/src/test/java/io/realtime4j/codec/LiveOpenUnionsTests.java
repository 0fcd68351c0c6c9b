package io.realtime4j.codec;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.codec.LiveParts;
import io.realtime4j.live.event.LiveEvent;
import io.realtime4j.live.model.answer.UnknownDecisionAnswer;
import io.realtime4j.live.model.answer.UnknownDecisionResult;
import io.realtime4j.live.model.audio.UnknownLiveVoice;
import io.realtime4j.live.model.content.UnknownDecisionContent;
import io.realtime4j.live.model.content.UnknownDecisionPart;
import io.realtime4j.live.model.decision.UnknownDecisionItem;
import io.realtime4j.live.model.decision.UnknownDecisionQuestion;
import io.realtime4j.live.model.delegation.TypedTool;
import io.realtime4j.live.model.delegation.UnknownDelegation;
import io.realtime4j.live.model.delegation.UnknownLiveTool;
import io.realtime4j.live.model.delegation.UnknownLiveToolChoice;
import io.realtime4j.live.model.response.ContentOutput;
import io.realtime4j.live.model.response.OtherResponseItem;
import io.realtime4j.live.model.response.OtherResponseStreamEvent;
import io.realtime4j.live.model.session.UnknownAllowedEvents;
import io.realtime4j.live.model.session.UnknownInitialItem;
import io.realtime4j.live.model.transport.LiveTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a union of the model of live sessions does with a variant that it does
 * not know.
 */
class LiveOpenUnionsTests {

	private static final LiveCodec CODEC = LiveCodec.create();

	private static final String NEW = "{'type': 'brand_new', 'value': [1, null, {'deep': 0.5}]}";

	private static final String SETTINGS = "{'type': 'session.update', 'session': {'%s': %s}}";

	private static final String RESPONSES = "{'type': 'responses', 'responses': {'%s': %s}}";

	private static final String QUESTIONS = "{'type': 'decisions', 'decisions': {'questions': [%s]}}";

	private static final String PREDICATE = "{'type': 'predicate', 'instructions': %s}";

	private static final String DECISION = "{'type': 'decision.event', 'event': %s, 'delegation_id': null, "
			+ "'source_event_id': null, 'source_event_type': null, 'trigger_id': null}";

	@ParameterizedTest
	@MethodSource("unknownVariants")
	void unknownVariantKeepsItsJson(Class<?> variant, String text) {
		RealtimeMessage event = decode(text);
		assertThat(event.getClass().getSimpleName()).doesNotStartWith("Unknown");
		assertThat(ModelParts.of(List.of((Record) event)).records()).contains(variant);
		Json.assertSame(CODEC.encode((LiveEvent) event), text);
	}

	@Test
	void everyUnionIsKnownToTheCodec() {
		Set<Class<?>> unions = LiveParts.unions().stream().map(Union::type).collect(Collectors.toSet());
		Set<Class<?>> sealed = new ClassFileImporter().importPackages("io.realtime4j.live.model")
			.stream()
			.filter((type) -> type.isInterface() && !type.isAnnotation() && !type.getSimpleName().isEmpty())
			.map((type) -> (Class<?>) type.reflect())
			.filter(Class::isSealed)
			.collect(Collectors.toSet());
		assertThat(unions).isEqualTo(sealed);
	}

	@Test
	void everyUnionHasAnUnknownVariantWithSample() {
		Set<Class<?>> variants = unknownVariants().map((sample) -> (Class<?>) sample.get()[0])
			.collect(Collectors.toSet());
		for (Union<?> union : LiveParts.unions()) {
			if (union.type() == LiveTransport.class) {
				continue;
			}
			Class<?> unknown = union.unknown(Json.read("[[]]")).getClass();
			assertThat(variants).contains(unknown);
		}
	}

	@Test
	void unknownMembersOfSettingsItemsAndToolsAreKept() {
		String text = "{'type': 'session.start', 'session': {'model': 'gpt-live-9', 'mood': 'calm', "
				+ "'audio': {'format': {'type': 'audio/opus', 'rate': 48000, 'fec': true}, 'gain': 2, "
				+ "'output': {'voice': 'kazoo', 'pitch': 1.5}}, 'input': [{'role': 'user', 'score': 1, "
				+ "'content': [{'text': 't', 'lang': 'de'}]}], 'client': {'x': 1, 'data_channel': {'y': null}}, "
				+ "'delegation': {'type': 'responses', 'responses': {'model': 'm', 'seed': 7, "
				+ "'reasoning': {'effort': 'heroic', 'depth': 3}, 'tools': [{'type': 'mcp', 'server_label': 's', "
				+ "'authorization': 'a'}, {'type': 'function', 'name': 'f', 'cost': 0.25}], "
				+ "'tool_choice': {'type': 'function', 'name': 'f', 'sure': 1}}}}}";
		Json.assertSame(CODEC.encode((LiveEvent) decode(text)), text);
	}

	@Test
	void nestedEventsKeepMembersThatToolsDoNotNeed() {
		String text = "{'type': 'response.event', 'event': {'type': 'response.completed', 'sequence_number': 7, "
				+ "'response': {'id': 'resp_1', 'status': 'completed', 'output': [], 'usage': {'total_tokens': 3}, "
				+ "'incomplete_details': null, 'temperature': 1.0}, 'obfuscation': 'x'}}";
		Json.assertSame(CODEC.encode((LiveEvent) decode(text)), text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'webrtc','sdp':'v=0','new':1}",
			"{'type':'sip','destination':'+15550100','caller_number':'+15550199','trunk':{'provider_url':"
					+ "'sips:sip.example.com','auth':{'type':'digest','username':'desk','password':'s3cret'}}}",
			"{'type':'sip','destination':'+15550100','password':'s3cret'}", "{'type':'pigeon','password':'s3cret'}" })
	void transportComesBackAndKeepsItsSecret(String text) {
		JsonMapper mapper = WireMapper.create(RealtimeCodec.MAX_LENGTH, LiveParts.unions());
		LiveTransport transport = LenientBinding.with(mapper.readerFor(LiveTransport.class))
			.readValue(Json.quoted(text));
		Json.assertSame(mapper.writeValueAsString(transport), text);
		assertThat(transport.toString()).doesNotContain("s3cret");
		assertThat(transport.type()).isEqualTo(Json.read(text).path("type").asString());
	}

	private static RealtimeMessage decode(String text) {
		String json = Json.quoted(text);
		boolean client = Json.read(text).path("type").asString().matches("session\\.(start|update)|.*\\.create");
		return client ? CODEC.decodeClientEvent(json) : CODEC.decodeServerEvent(json);
	}

	private static Stream<Arguments> unknownVariants() {
		return Stream.of(Arguments.of(UnknownLiveVoice.class, session("audio", "{'output': {'voice': " + NEW + "}}")),
				Arguments.of(UnknownAllowedEvents.class,
						session("client", "{'data_channel': {'allowed_client_events': [1, 'x']}}")),
				Arguments.of(UnknownAllowedEvents.class,
						session("client", "{'data_channel': {'allowed_server_events': [{'type': 'x'}, 7]}}")),
				Arguments.of(UnknownInitialItem.class, session("input", "[" + NEW + "]")),
				Arguments.of(UnknownInitialItem.class,
						session("input", "[{'type': 'message', 'role': 'user', 'content': 'a text'}]")),
				Arguments.of(UnknownDelegation.class, session("delegation", NEW)),
				Arguments.of(TypedTool.class, session("delegation", RESPONSES.formatted("tools", "[" + NEW + "]"))),
				Arguments.of(UnknownLiveTool.class,
						session("delegation", RESPONSES.formatted("tools", "['web_search', {'name': 'no type'}]"))),
				Arguments.of(UnknownLiveToolChoice.class,
						session("delegation", RESPONSES.formatted("tool_choice", "{'name': 'no type'}"))),
				Arguments.of(UnknownDecisionQuestion.class, session("delegation", QUESTIONS.formatted(NEW))),
				Arguments.of(UnknownDecisionContent.class,
						session("delegation", QUESTIONS.formatted(PREDICATE.formatted("7")))),
				Arguments.of(UnknownDecisionPart.class,
						session("delegation", QUESTIONS.formatted(PREDICATE.formatted("[" + NEW + "]")))),
				Arguments.of(UnknownDecisionItem.class, "{'type': 'decision.item.create', 'item': " + NEW + "}"),
				Arguments.of(UnknownDecisionItem.class,
						"{'type': 'decision.item.create', 'item': {'role': 'user', 'text': 'no content'}}"),
				Arguments.of(UnknownDecisionResult.class, DECISION.formatted(NEW)),
				Arguments.of(UnknownDecisionAnswer.class,
						DECISION.formatted("{'type': 'decision.completed', 'decision': {'answers': [" + NEW + "]}}")),
				Arguments.of(OtherResponseItem.class, "{'type': 'response.item.create', 'item': " + NEW + "}"),
				Arguments.of(ContentOutput.class,
						"{'type': 'response.item.create', 'item': {'type': 'function_call_output', 'output': [1]}}"),
				Arguments.of(OtherResponseStreamEvent.class, "{'type': 'response.event', 'event': " + NEW + "}"),
				Arguments.of(OtherResponseStreamEvent.class,
						"{'type': 'response.event', 'event': {'type': 'response.output_item.done'}}"));
	}

	private static String session(String member, String value) {
		return SETTINGS.formatted(member, value);
	}

}
