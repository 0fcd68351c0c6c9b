package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.ProtocolFiles;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Conversation}.
 */
class ConversationTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@ValueSource(strings = { "added", "created", "done" })
	void itemsStandBehindTheOneBeforeThem(String how) {
		Conversation conversation = apply(spoken(how, "a", null), spoken(how, "b", "a"), spoken(how, "d", "b"),
				spoken(how, "c", "b"));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("a", "b", "c", "d");
	}

	@Test
	void itemsWithoutOneBeforeThemStandInTheOrderInWhichTheyCame() {
		assertThat(
				apply(spoken("added", "a", null), spoken("added", "b", null), spoken("added", "c", "unknown")).items())
			.extracting(Item::id)
			.containsExactly("a", "b", "c");
	}

	@Test
	void conversationNeverChanges() {
		Conversation before = apply(spoken("added", "a", null));
		Conversation after = before.apply(event(spoken("added", "b", "a")));
		assertThat(before.items()).hasSize(1);
		assertThat(after.items()).hasSize(2);
		assertThat(before.apply(event("{'type':'ping'}"))).isSameAs(before);
		assertThat(Conversation.empty().items()).isEmpty();
		assertThat(apply(spoken("added", "a", null))).isEqualTo(before).hasSameHashCodeAs(before).isNotEqualTo(after);
	}

	@Test
	void itemIsFoundByItsId() {
		Conversation conversation = apply(spoken("added", "a", null));
		assertThat(conversation.item("a")).isPresent();
		assertThat(conversation.item("b")).isEmpty();
	}

	@Test
	void assistantItemThatIsDoneWithoutOneBeforeItKeepsItsPlace() {
		Conversation conversation = apply(spoken("added", "a", null), assistant("added", "b", "a", "in_progress", ""),
				spoken("added", "c", "b"), assistant("done", "b", null, "completed", "Hi."));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("a", "b", "c");
		assertThat(((Message) conversation.items().get(1)).status()).isEqualTo(ItemStatus.COMPLETED);
	}

	@Test
	void outputItemThatIsDoneReplacesAnItemButAddsNone() {
		String done = assistant("done", "b", null, "completed", "Hi.").replace("conversation.item.done",
				"response.output_item.done','response_id':'resp_1','output_index':0,'x':'");
		assertThat(apply(done).items()).isEmpty();
		Conversation conversation = apply(assistant("added", "b", null, "in_progress", ""), done);
		assertThat(spokenBy(conversation, "b")).isEqualTo("Hi.");
	}

	@Test
	void deletedItemIsGone() {
		Conversation conversation = apply(spoken("added", "a", null), spoken("added", "b", "a"),
				"{'type':'conversation.item.deleted','item_id':'a'}",
				"{'type':'conversation.item.deleted','item_id':'unknown'}");
		assertThat(conversation.items()).extracting(Item::id).containsExactly("b");
	}

	@Test
	void retrievedItemIsTheNewerForm() {
		String retrieved = "{'type':'conversation.item.retrieved','item':{'id':'a','type':'message','role':'user',"
				+ "'content':[{'type':'input_audio','transcript':'Hello.'}]}}";
		assertThat(heard(apply(spoken("added", "a", null), retrieved), "a")).isEqualTo("Hello.");
		assertThat(apply(retrieved).items()).isEmpty();
	}

	@Test
	void truncatedItemLosesItsText() {
		Conversation conversation = apply(assistant("added", "b", null, "completed", "Hi there."),
				"{'type':'conversation.item.truncated','item_id':'b','content_index':0,'audio_end_ms':100}");
		assertThat(spokenBy(conversation, "b")).isNull();
		assertThat(conversation.items()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'item_id':'b','content_index':7", "'item_id':'a','content_index':0",
			"'item_id':'unknown','content_index':0" })
	void truncatingNothingChangesNothing(String place) {
		Conversation before = apply(spoken("added", "a", null), assistant("added", "b", "a", "completed", "Hi."));
		assertThat(before.apply(event("{'type':'conversation.item.truncated'," + place + ",'audio_end_ms':100}")))
			.isEqualTo(before);
	}

	@Test
	void transcriptIsPutIntoItsItem() {
		assertThat(heard(apply(spoken("added", "a", null), transcript("a", "Hello.")), "a")).isEqualTo("Hello.");
	}

	@Test
	void transcriptThatComesBeforeItsContentIsKept() {
		String empty = "{'type':'conversation.item.added','item':{'id':'a','type':'message','role':'user','content':[]}}";
		assertThat(heard(apply(transcript("a", "Hello."), empty, spoken("done", "a", null)), "a")).isEqualTo("Hello.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "added", "done", "created" })
	void itemRepeatedWithoutItsTranscriptKeepsIt(String how) {
		Conversation conversation = apply(spoken("added", "a", null), transcript("a", "Hello."),
				spoken(how, "a", null));
		assertThat(heard(conversation, "a")).isEqualTo("Hello.");
	}

	@Test
	void lastTranscriptCounts() {
		assertThat(heard(apply(transcript("a", "Hell"), spoken("added", "a", null), transcript("a", "Hello.")), "a"))
			.isEqualTo("Hello.");
	}

	@ParameterizedTest
	@MethodSource("permutations")
	void everyPermutationOfTranscriptsAndItemsGivesTheSame(List<Integer> order) {
		List<String> items = List.of(spoken("added", "a", null), assistant("added", "b", "a", "completed", "Hi."),
				spoken("added", "c", "b"), spoken("added", "d", "c"));
		List<String> transcripts = List.of(transcript("a", "Hello."), transcript("c", ""),
				"{'type':'conversation.item.input_audio_transcription.failed','item_id':'d','content_index':0,"
						+ "'error':{'type':'server_error','message':'m'}}");
		for (int split = 0; split <= items.size(); split++) {
			List<String> events = new ArrayList<>(items);
			int at = split;
			order.forEach((index) -> events.add(Math.min(at + index, events.size()), transcripts.get(index)));
			Conversation conversation = apply(events.toArray(String[]::new));
			assertThat(conversation.items()).extracting(Item::id).containsExactly("a", "b", "c", "d");
			assertThat(heard(conversation, "a")).isEqualTo("Hello.");
			assertThat(heard(conversation, "c")).isEmpty();
			assertThat(heard(conversation, "d")).isNull();
		}
	}

	private static Stream<List<Integer>> permutations() {
		return Stream.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1),
				List.of(2, 1, 0));
	}

	@Test
	void transcriptConcernsMessagesOfUsersOnly() {
		Conversation before = apply(assistant("added", "b", null, "completed", "Hi."));
		assertThat(before.apply(event(transcript("b", "no"))).items()).isEqualTo(before.items());
	}

	@Test
	void recordedConversationsComeOutWhole() {
		assertThat(recorded("openai-tool-call")).containsExactly("message user", "function_call",
				"function_call_output", "message assistant");
		assertThat(recorded("openai-history-seeding")).containsExactly("message user", "message assistant",
				"message user", "message assistant");
		assertThat(recorded("openai-sideband")).containsExactly("message user", "message assistant");
		assertThat(recorded("azure-server-vad-transcribes")).containsExactly("message user", "message assistant");
		assertThat(recorded("xai-text-in-audio-out")).containsExactly("message user", "message assistant");
	}

	private static List<String> recorded(String name) {
		Conversation conversation = Conversation.empty();
		for (JsonNode line : ProtocolFiles.lines(ProtocolFiles.list("recordings", name + ".jsonl").get(0))) {
			if (line.path("direction").asString("").equals("received") && line.path("data").isObject()) {
				conversation = conversation.apply(CODEC.decodeServerEvent(line.path("data").toString()));
			}
		}
		return conversation.items()
			.stream()
			.map((item) -> (item instanceof Message message) ? "message " + message.role().value() : item.type())
			.toList();
	}

	private static Conversation apply(String... events) {
		Conversation conversation = Conversation.empty();
		for (String event : events) {
			conversation = conversation.apply(event(event));
		}
		return conversation;
	}

	private static ServerEvent event(String text) {
		return CODEC.decodeServerEvent(text.replace('\'', '"'));
	}

	private static String spoken(String how, String id, @Nullable String previous) {
		return item(how, previous, "'id':'" + id + "','type':'message','role':'user','status':'completed',"
				+ "'content':[{'type':'input_audio','transcript':null}]");
	}

	private static String assistant(String how, String id, @Nullable String previous, String status, String text) {
		return item(how, previous, "'id':'" + id + "','type':'message','role':'assistant','status':'" + status
				+ "','content':[{'type':'output_audio','transcript':'" + text + "'}]");
	}

	private static String item(String how, @Nullable String previous, String members) {
		return "{'type':'conversation.item." + how + "','previous_item_id':"
				+ ((previous != null) ? "'" + previous + "'" : "null") + ",'item':{" + members + "}}";
	}

	private static String transcript(String id, String text) {
		return "{'type':'conversation.item.input_audio_transcription.completed','item_id':'" + id
				+ "','content_index':0,'transcript':'" + text + "'}";
	}

	private static @Nullable String heard(Conversation conversation, String id) {
		List<?> content = ((UserMessage) conversation.item(id).orElseThrow()).content();
		return (content != null) ? ((InputAudio) content.get(0)).transcript() : null;
	}

	private static @Nullable String spokenBy(Conversation conversation, String id) {
		List<?> content = ((AssistantMessage) conversation.item(id).orElseThrow()).content();
		return (content != null) ? ((OutputAudio) content.get(0)).transcript() : null;
	}

}
