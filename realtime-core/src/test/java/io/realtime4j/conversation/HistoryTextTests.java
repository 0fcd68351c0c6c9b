package io.realtime4j.conversation;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.ConversationChange.Added;
import io.realtime4j.conversation.ConversationChange.Changed;
import io.realtime4j.conversation.ConversationChange.Removed;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a {@link Conversation} says: texts, what was heard of them, and calls.
 */
class HistoryTextTests {

	private static final String TEXT = "The rooms are all taken tonight.";

	@Test
	void speechGrowsByItsDeltas() {
		Conversation conversation = apply(ServerTalk.user("added", "u", null), ServerTalk.heard("u", "A ro"),
				ServerTalk.heard("u", "om?"), ServerTalk.assistant("added", "a", "u", "in_progress", ""),
				ServerTalk.transcriptDelta("r", "a", "The "), ServerTalk.transcriptDelta("r", "a", "rooms"));
		assertThat(conversation.entries()).containsExactly(
				new MessageEntry("u", Role.USER, "A room?", "A room?", false, ItemStatus.COMPLETED, false, false),
				new MessageEntry("a", Role.ASSISTANT, "The rooms", "The rooms", false, ItemStatus.IN_PROGRESS, false,
						false));
		assertThat(conversation.item("a").orElseThrow()).isEqualTo(conversation.items().get(1));
	}

	@Test
	void textGrowsByItsDeltasToo() {
		Conversation conversation = apply(ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.textDelta("r", "a", "A"));
		assertThat(message(conversation, 0).text()).isEqualTo("A");
		assertThat(message(
				apply(conversation, ServerTalk.textDone("r", "a", "A key."), ServerTalk.textDelta("r", "a", "late")),
				0))
			.isEqualTo(new MessageEntry("a", Role.ASSISTANT, "A key.", "A key.", true, ItemStatus.IN_PROGRESS, false,
					false));
	}

	@Test
	void halfACharacterWaitsForTheOtherHalf() {
		Conversation half = apply(ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.textDelta("r", "a", "Hi \uD83D"));
		assertThat(message(half, 0).text()).isEqualTo("Hi ");
		assertThat(message(apply(half, ServerTalk.textDelta("r", "a", "\uDE00")), 0).text())
			.isEqualTo("Hi \uD83D\uDE00");
		assertThat(message(apply(half, ServerTalk.textDone("r", "a", "Hi \uD83D")), 0).text()).isEqualTo("Hi \uD83D");
	}

	@ParameterizedTest
	@CsvSource({ "1,''", "400,The rooms", "500,The rooms are", "999,The rooms are all taken", "1000," + TEXT,
			"5000," + TEXT })
	void truncatedSpeechKeepsWhatWasHeard(long millis, String expected) {
		Conversation conversation = apply(answered("a", 48_000), ServerTalk.truncated("a", millis));
		assertThat(message(conversation, 0))
			.isEqualTo(new MessageEntry("a", Role.ASSISTANT, TEXT, expected, true, ItemStatus.COMPLETED, true, false));
		assertThat(spokenIn(conversation.item("a").orElseThrow()).transcript()).isEqualTo(expected);
	}

	@Test
	void heardTextCountsTelephonyAudioToo() {
		Conversation conversation = apply(ServerTalk.sessionUpdated("{'output':{'format':{'type':'audio/pcmu'}}}"));
		conversation = apply(conversation, ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.audio("r", "a", 8000), ServerTalk.transcriptDone("r", "a", TEXT),
				ServerTalk.truncated("a", 500));
		assertThat(message(conversation, 0).heardText()).isEqualTo("The rooms are");
	}

	@Test
	void cutBeforeTheLastWordsCameGivesTheSameAsAfter() {
		Conversation before = apply(ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.audio("r", "a", 48_000), ServerTalk.truncated("a", 500),
				ServerTalk.transcriptDone("r", "a", TEXT),
				ServerTalk.assistant("done", "a", null, "incomplete", ServerTalk.spoken("")));
		assertThat(message(before, 0).heardText()).isEqualTo("The rooms are");
		assertThat(message(before, 0).text()).isEqualTo(TEXT);
	}

	@Test
	void itemLeftIncompleteByCancelledResponseIsInterrupted() {
		Conversation conversation = apply(ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.assistant("done", "a", null, "incomplete", ServerTalk.spoken("The")));
		assertThat(message(conversation, 0).interrupted()).isFalse();
		assertThat(message(apply(conversation,
				ServerTalk.responseDone("r", "cancelled", ServerTalk.output("a", "incomplete", "The"))), 0)
			.interrupted()).isTrue();
	}

	@Test
	void unheardItemThatIsDeletedIsGone() {
		Conversation conversation = apply(answered("a", 48_000), ServerTalk.deleted("a"),
				ServerTalk.transcriptDelta("r", "a", "late"));
		assertThat(conversation.entries()).isEmpty();
		assertThat(conversation.item("a")).isEmpty();
	}

	@Test
	void turnsInWhichNobodySpokeAreFlaggedAndNotShown() {
		Conversation conversation = apply(ServerTalk.idle("u1"), ServerTalk.user("added", "u1", null),
				ServerTalk.user("added", "u2", "u1"), ServerTalk.transcribed("u2", " "),
				ServerTalk.user("added", "u3", "u2"), ServerTalk.notTranscribed("u3"));
		assertThat(conversation.items()).hasSize(3);
		assertThat(conversation.marks("u1").idle()).isTrue();
		assertThat(conversation.marks("u2").idle()).isTrue();
		assertThat(conversation.entries()).extracting(ConversationEntry::itemId).containsExactly("u3");
		assertThat(message(conversation, 0).settled()).isTrue();
	}

	@Test
	void callsArePairedWithTheirOutputs() {
		Conversation conversation = apply(call("added", "c1", "''", "in_progress"),
				ServerTalk.event("{'type':'response.function_call_arguments.done','response_id':'r','item_id':'c1',"
						+ "'output_index':0,'call_id':'call_c1','name':'book','arguments':'{}'}"),
				call("added", "c2", "'[]'", "completed"), ServerTalk.event(callOutput("o2", "c2")));
		assertThat(conversation.entries()).containsExactly(
				new ToolCallEntry("c1", "call_c1", null, "book", "{}", null, false),
				new ToolCallEntry("c2", "call_c2", null, "book", "[]", "done", false));
		assertThat(((FunctionCall) conversation.items().get(0)).arguments()).isEqualTo("{}");
	}

	@Test
	void hostedCallsAreShownWithTheirServer() {
		Conversation conversation = apply(
				ServerTalk.event("{'type':'conversation.item.added','item':{'type':'mcp_call','id':'m',"
						+ "'server_label':'crm','name':'find','arguments':'{}','output':'none'}}"));
		assertThat(conversation.entries())
			.containsExactly(new ToolCallEntry("m", null, "crm", "find", "{}", "none", false));
	}

	@Test
	void providerThatSaysNothingInItsItemsIsUnderstood() {
		Conversation conversation = apply(ServerTalk.assistant("added", "a", null, "in_progress", ""),
				ServerTalk.transcriptDelta("r", "a", "Hello there!"),
				ServerTalk.event("{'type':'response.output_item.done','response_id':'r','output_index':0,'item':"
						+ "{'type':'message','id':'a','role':'assistant','status':'completed'}}"));
		assertThat(message(conversation, 0).text()).isEqualTo("Hello there!");
		assertThat(message(conversation, 0).status()).isEqualTo(ItemStatus.COMPLETED);
	}

	@Test
	void whatIsSaidOutsideOfTheConversationIsForgotten() {
		Conversation before = apply(ServerTalk.user("added", "u", null));
		Conversation after = apply(before, ServerTalk.transcriptDelta("r", "x", "beside"),
				ServerTalk.audio("r", "x", 10),
				ServerTalk.responseDone("r", "completed", ServerTalk.output("x", "completed", "beside")));
		assertThat(after.entries()).isEqualTo(before.entries());
		assertThat(apply(after, ServerTalk.assistant("added", "x", "u", "in_progress", "")).entries().get(1))
			.extracting((entry) -> ((MessageEntry) entry).text())
			.isEqualTo("");
	}

	@Test
	void audioIsKeptOnlyOnRequest() {
		assertThat(spokenIn(apply(answered("a", 4800)).items().get(0)).audio()).isNull();
		Conversation keeping = apply(Conversation.keepingAudio(), answered("a", 4800));
		assertThat(spokenIn(keeping.items().get(0)).audio()).isNotNull()
			.extracting((audio) -> audio.size())
			.isEqualTo(4800);
		assertThat(spokenIn(apply(keeping, ServerTalk.truncated("a", 40)).items().get(0)).audio()).isNotNull()
			.extracting((audio) -> audio.size())
			.isEqualTo(1920);
		String retrieved = "{'type':'conversation.item.retrieved','item':{'type':'message','id':'u','role':'user',"
				+ "'content':[{'type':'input_audio','audio':'AAAA','transcript':'Hi'}]}}";
		assertThat(apply(ServerTalk.user("added", "u", null), ServerTalk.event(retrieved)).items().get(0).toString())
			.contains("Hi")
			.contains("audio=null");
	}

	@Test
	void changesTellHowTheEntriesChanged() {
		Conversation before = apply(ServerTalk.user("added", "u", null), answered("a", 4800));
		Conversation after = apply(before, ServerTalk.transcribed("u", "Hi"), ServerTalk.user("added", "v", "u"),
				ServerTalk.deleted("a"));
		assertThat(after.changesSince(before)).containsExactly(new Removed(1, "a"),
				new Changed(0, after.entries().get(0)), new Added(1, after.entries().get(1)));
		assertThat(after.changesSince(after)).isEmpty();
		assertThat(apply(after, ServerTalk.event("{'type':'ping'}")).changesSince(after)).isEmpty();
	}

	@Test
	void changesTellOfEntriesThatTakeTheirPlaceLater() {
		Conversation before = apply(ServerTalk.user("added", "a", null), ServerTalk.user("added", "c", "b"),
				ServerTalk.user("added", "d", "a"));
		Conversation after = apply(before, ServerTalk.user("added", "b", "a"));
		assertThat(before.entries()).extracting(ConversationEntry::itemId).containsExactly("a", "d", "c");
		assertThat(after.changesSince(before)).containsExactly(new Added(1, after.entries().get(1)),
				new Removed(3, "c"), new Added(2, after.entries().get(2)));
	}

	@Test
	void restoredConversationIsKnownAsSuchAndGoesOn() {
		String uuid = "d7f61d68-2d0e-4fee-8621-4658f75153c2";
		Conversation lost = apply(ServerTalk.user("added", "u", null), ServerTalk.transcribed("u", "A room?"),
				ServerTalk.assistant("added", uuid, "u", "in_progress", ""),
				ServerTalk.transcriptDelta("r", uuid, "We have"), ServerTalk.user("added", "v", uuid));
		String id = Restoration.restoredId(uuid);
		Conversation conversation = apply(lost.restored(), ServerTalk.user("added", "u", null),
				ServerTalk.assistant("added", id, "u", "completed", "{'type':'output_text','text':'We have'}"),
				ServerTalk.user("added", "w", id));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("u", id, "v", "w");
		assertThat(message(conversation, 1)).isEqualTo(
				new MessageEntry(id, Role.ASSISTANT, "We have", "We have", true, ItemStatus.INCOMPLETE, true, true));
		assertThat(conversation.marks("u").restored()).isTrue();
		assertThat(conversation.marks("v").restored()).isFalse();
		assertThat(conversation.marks("w").restored()).isFalse();
	}

	@Test
	void restorationSaysWhatWasHeardAndNoSilence() {
		Conversation conversation = apply(answered("a", 48_000), ServerTalk.truncated("a", 400), ServerTalk.idle("u"),
				ServerTalk.item("added", "u", "a", "'role':'user','content':[{'type':'input_text','text':'x'}]"));
		assertThat(Restoration.events(conversation)).singleElement()
			.extracting((create) -> create.item().toString())
			.asString()
			.contains("text=The rooms,");
	}

	private static ServerEvent[] answered(String id, int bytes) {
		return new ServerEvent[] { ServerTalk.assistant("added", id, null, "in_progress", ""),
				ServerTalk.audio("r", id, bytes), ServerTalk.transcriptDone("r", id, TEXT),
				ServerTalk.assistant("done", id, null, "completed", ServerTalk.spoken(TEXT)) };
	}

	private static ServerEvent call(String how, String id, String arguments, String status) {
		return ServerTalk.event("{'type':'conversation.item." + how + "','item':{'type':'function_call','id':'" + id
				+ "','call_id':'call_" + id + "','name':'book','status':'" + status + "','arguments':" + arguments
				+ "}}");
	}

	private static String callOutput(String id, String call) {
		return "{'type':'conversation.item.added','item':{'type':'function_call_output','id':'" + id
				+ "','call_id':'call_" + call + "','output':'done'}}";
	}

	private static MessageEntry message(Conversation conversation, int index) {
		return (MessageEntry) conversation.entries().get(index);
	}

	private static OutputAudio spokenIn(Item item) {
		return (OutputAudio) ((AssistantMessage) item).content().get(0);
	}

	private static Conversation apply(ServerEvent... events) {
		return apply(Conversation.empty(), events);
	}

	private static Conversation apply(ServerEvent[] first, ServerEvent... events) {
		return apply(apply(first), events);
	}

	private static Conversation apply(ServerEvent first, ServerEvent[] second) {
		return apply(apply(first), second);
	}

	private static Conversation apply(Conversation start, ServerEvent... events) {
		Conversation conversation = start;
		for (ServerEvent event : events) {
			conversation = conversation.apply(event);
		}
		return conversation;
	}

}
