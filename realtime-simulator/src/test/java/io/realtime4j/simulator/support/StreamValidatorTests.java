package io.realtime4j.simulator.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class StreamValidatorTests {

	private static final String ADDED = "conversation.item.added";

	private static final String TEXT = "response.output_text.delta";

	private static final String DONE = "response.done";

	@ParameterizedTest
	@ValueSource(strings = { "openai-text-in-audio-out", "openai-history-seeding", "openai-sideband",
			"openai-tool-call", "azure-text-in-audio-out", "azure-server-vad-transcribes", "probe-p8-four-bad-inputs",
			"probe-p8b-beta-header", "probe-p10-bad-key", "probe-p10b-no-auth", "probe-p11-bad-model",
			"probe-p11b-no-model" })
	void streamsOfTheServiceAreValid(String recording) {
		assertThat(complaintsAboutWhole(StreamValidator.ga(), Recordings.received(recording))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = "beta-text-response")
	void streamsOfTheBetaServiceAreValid(String recording) {
		StreamValidator validator = StreamValidator.beta();
		Recordings.received(recording).forEach(validator::accept);
		assertThat(validator.complaints()).isEmpty();
	}

	@Test
	void excerptsLackWhatTheyReferTo() {
		assertThat(complaintsAboutWhole(StreamValidator.ga(), Recordings.received("openai-idle-timeout")))
			.containsExactly(
					"conversation.item.input_audio_transcription.completed is about an item that is not known");
		assertThat(complaintsAboutWhole(StreamValidator.ga(), Recordings.received("probe-p7-transcription-session")))
			.containsExactly("conversation.item.input_audio_transcription.delta is about an item that is not known",
					"conversation.item.input_audio_transcription.completed differs from its deltas",
					"conversation.item.input_audio_transcription.completed is about an item that is not known");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xai-text-in-audio-out", "xai-session-drop" })
	void dialectOfAnotherServiceIsToldApart(String recording) {
		assertThat(complaintsAboutWhole(StreamValidator.ga(), Recordings.received(recording))).contains(
				"response.output_audio.done comes when the item is 'part done'",
				"response.content_part.done has another text than was streamed",
				"response.done has content of a wrong type", "response.done has no usage that adds up");
	}

	@Test
	void emptyPartOfAnotherServiceIsSeen() {
		assertThat(complaintsAboutWhole(StreamValidator.beta(), Recordings.received("voice-live-tool-call")))
			.containsExactly("response.content_part.done has another text than was streamed");
	}

	@Test
	void simulatedStreamIsValid() {
		assertThat(complaintsAboutWhole(StreamValidator.ga(), conversation())).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("violations")
	void violationIsSeen(String complaint, Consumer<List<ObjectNode>> violation) {
		List<ObjectNode> events = conversation();
		violation.accept(events);
		assertThat(complaintsAboutWhole(StreamValidator.ga(), events)).contains(complaint);
	}

	static Stream<Arguments> violations() {
		return Stream.of(violation("session.created event_id is not unique", (events) -> events.add(events.get(0))),
				violation("session.created has no event_id", (events) -> events.get(0).remove("event_id")),
				violation("response.output_text.delta comes before response.created",
						(events) -> events.remove(find(events, "response.created"))),
				violation("response.created was created before", (events) -> repeat(events, "response.created")),
				violation("response.created has a wrong status",
						(events) -> response(events, "response.created").put("status", "completed")),
				violation("response.output_text.delta comes after response.done", (events) -> repeat(events, TEXT)),
				violation("response.done is no open response", (events) -> repeat(events, DONE)),
				violation("stream ends before response.done", (events) -> events.remove(find(events, DONE))),
				violation("response.done has a wrong status",
						(events) -> response(events, DONE).put("status", "in_progress")),
				violation("response.done has no usage that adds up",
						(events) -> response(events, DONE).putNull("usage")),
				violation("response.done has content of a wrong type",
						(events) -> part(response(events, DONE)).put("type", "text")),
				violation("response.output_item.done has content of a wrong type",
						(events) -> ((ObjectNode) item(events, "response.output_item.done").path("content").path(0))
							.put("type", "audio")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("violationsOfOrder")
	void violationOfOrderIsSeen(String complaint, Consumer<List<ObjectNode>> violation) {
		violationIsSeen(complaint, violation);
	}

	static Stream<Arguments> violationsOfOrder() {
		return Stream.of(
				violation("response.content_part.added comes when the item is ''",
						(events) -> events.remove(find(events, "response.output_item.added"))),
				violation("response.output_text.delta comes when the item is 'added'",
						(events) -> events.remove(find(events, "response.content_part.added"))),
				violation("response.output_text.delta comes when the item is 'streamed'",
						(events) -> swap(events, "response.output_text.done", TEXT)),
				violation("response.content_part.done comes when the item is 'part'",
						(events) -> swap(events, "response.output_text.done", "response.content_part.done")),
				violation("response.output_item.done comes when the item is 'streamed'",
						(events) -> events.remove(find(events, "response.content_part.done"))),
				violation("response.done has an item that is not done",
						(events) -> events.remove(find(events, "response.output_item.done"))),
				violation("response.done has not the items that were added",
						(events) -> ((ArrayNode) response(events, DONE).path("output")).removeAll()),
				violation("response.output_item.added has a wrong output_index",
						(events) -> find(events, "response.output_item.added").put("output_index", 3)),
				violation("response.output_text.delta has a wrong output_index",
						(events) -> find(events, TEXT).put("output_index", 1)),
				violation("response.content_part.added has a part of a wrong type",
						(events) -> ((ObjectNode) find(events, "response.content_part.added").path("part")).put("type",
								"output_text")),
				violation("response.output_text.done differs from its deltas",
						(events) -> events.remove(find(events, TEXT))),
				violation("response.content_part.done has another text than was streamed",
						(events) -> ((ObjectNode) find(events, "response.content_part.done").path("part")).put("text",
								"Else.")),
				violation("response.done has another text than was streamed",
						(events) -> part(response(events, DONE)).put("text", "Else.")),
				violation("response.function_call_arguments.done differs from its deltas",
						(events) -> events.remove(find(events, "response.function_call_arguments.delta"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("violationsOfItems")
	void violationOfItemsIsSeen(String complaint, Consumer<List<ObjectNode>> violation) {
		violationIsSeen(complaint, violation);
	}

	static Stream<Arguments> violationsOfItems() {
		return Stream.of(
				violation("conversation.item.added follows an item that is not known",
						(events) -> find(events, ADDED).put("previous_item_id", "item_nowhere")),
				violation("conversation.item.added was added before", (events) -> repeat(events, ADDED)),
				violation("conversation.item.added is not the item that was committed",
						(events) -> events.add(1,
								Json.object()
									.put("type", "input_audio_buffer.committed")
									.put("event_id", "event_x")
									.put("item_id", "item_other"))),
				violation("conversation.item.done was not added", (events) -> events.remove(find(events, ADDED))),
				violation("conversation.item.done was done before",
						(events) -> repeat(events, "conversation.item.done")),
				violation("conversation.item.done has a wrong previous_item_id",
						(events) -> find(events, "conversation.item.done").put("previous_item_id", "item_nowhere")),
				violation("conversation.item.deleted is about an item that is not known",
						(events) -> events.add(Json.object()
							.put("type", "conversation.item.deleted")
							.put("event_id", "event_x")
							.put("item_id", "item_nowhere"))),
				violation("conversation.item.truncated is about an item that is not known",
						(events) -> events.add(Json.object()
							.put("type", "conversation.item.truncated")
							.put("event_id", "event_x")
							.put("item_id", "item_nowhere"))));
	}

	private static Arguments violation(String complaint, Consumer<List<ObjectNode>> violation) {
		return Arguments.of(complaint, violation);
	}

	private static List<ObjectNode> conversation() {
		SessionHarness harness = SessionHarness.openText();
		harness.say("Hello");
		harness.script().addReply(ModelReply.builder().text("One two three.").call("tool", "{\"a\": 1}").build());
		harness.answer();
		harness.say("And now?");
		harness.script().addReply(ModelReply.text("Four five."));
		harness.answer();
		return new ArrayList<>(harness.events().stream().map(ObjectNode::deepCopy).toList());
	}

	private static List<String> complaintsAboutWhole(StreamValidator validator, List<ObjectNode> events) {
		events.forEach(validator::accept);
		validator.end();
		return validator.complaints();
	}

	private static ObjectNode find(List<ObjectNode> events, String type) {
		return events.stream().filter((event) -> type.equals(Json.text(event, "type"))).findFirst().orElseThrow();
	}

	private static ObjectNode response(List<ObjectNode> events, String type) {
		return (ObjectNode) find(events, type).path("response");
	}

	private static ObjectNode item(List<ObjectNode> events, String type) {
		return (ObjectNode) find(events, type).path("item");
	}

	private static ObjectNode part(ObjectNode response) {
		return (ObjectNode) response.at("/output/0/content/0");
	}

	private static void repeat(List<ObjectNode> events, String type) {
		ObjectNode copy = find(events, type).deepCopy().put("event_id", "event_repeated");
		events.add(copy);
	}

	private static void swap(List<ObjectNode> events, String first, String second) {
		int one = events.indexOf(find(events, first));
		int other = events.indexOf(find(events, second));
		ObjectNode moved = events.get(one);
		events.set(one, events.get(other));
		events.set(other, moved);
	}

}
