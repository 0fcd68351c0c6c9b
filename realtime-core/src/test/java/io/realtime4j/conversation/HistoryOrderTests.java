package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.realtime4j.Interleaving;
import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.item.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for the order and the text of a {@link Conversation}, in whatever order its
 * events come.
 */
class HistoryOrderTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void everyPermutationOfThreeTurnsGivesTheSameHistory(long seed) {
		Conversation inOrder = apply(threeTurns().stream().flatMap(List::stream).toList());
		assertThat(inOrder.items()).extracting(Item::id).containsExactly("u1", "a1", "u2", "a2", "u3", "a3");
		assertThat(texts(inOrder)).containsExactly("user: Hello.", "assistant: Hi there, guest.", "user: ",
				"assistant: Pardon me?", "assistant: Are you there?");
		Random random = new Random(seed);
		for (int i = 0; i < 500; i++) {
			Conversation permuted = apply(Interleaving.of(threeTurns(), random));
			assertThat(permuted.items()).isEqualTo(inOrder.items());
			assertThat(permuted.entries()).isEqualTo(inOrder.entries());
		}
	}

	// One turn is transcribed, one fails to be, and one is silence
	private static List<List<ServerEvent>> threeTurns() {
		List<List<ServerEvent>> chains = new ArrayList<>();
		chains.add(List.of(ServerTalk.user("added", "u1", null), ServerTalk.user("done", "u1", null)));
		chains.add(List.of(ServerTalk.heard("u1", "Hel"), ServerTalk.heard("u1", "lo."),
				ServerTalk.transcribed("u1", "Hello.")));
		chains.add(answer("r1", "a1", "u1", "Hi there, ", "guest."));
		chains.add(List.of(ServerTalk.user("added", "u2", "a1"), ServerTalk.user("done", "u2", "a1")));
		chains.add(List.of(ServerTalk.heard("u2", "(noi"), ServerTalk.notTranscribed("u2")));
		chains.add(answer("r2", "a2", "u2", "Pardon ", "me?"));
		chains.add(List.of(ServerTalk.idle("u3"), ServerTalk.user("added", "u3", "a2"),
				ServerTalk.user("done", "u3", "a2")));
		chains.add(List.of(ServerTalk.transcribed("u3", "")));
		chains.add(answer("r3", "a3", "u3", "Are you ", "there?"));
		return chains;
	}

	// The item is told to be done without the one before it, as the service does
	private static List<ServerEvent> answer(String response, String id, String previous, String first, String second) {
		String text = first + second;
		return List.of(ServerTalk.assistant("added", id, previous, "in_progress", ""),
				ServerTalk.transcriptDelta(response, id, first), ServerTalk.audio(response, id, 4800),
				ServerTalk.transcriptDelta(response, id, second), ServerTalk.audio(response, id, 4800),
				ServerTalk.transcriptDone(response, id, text), ServerTalk.partDone(response, id, text),
				ServerTalk.assistant("done", id, null, "completed", ServerTalk.spoken(text)),
				ServerTalk.outputItemDone(response, id, text),
				ServerTalk.responseDone(response, "completed", ServerTalk.output(id, "completed", text)));
	}

	@Test
	void itemWaitsForTheOneBeforeIt() {
		Conversation early = apply(List.of(ServerTalk.user("added", "a", null), ServerTalk.user("added", "c", "b")));
		assertThat(early.items()).extracting(Item::id).containsExactly("a", "c");
		Conversation whole = apply(early, ServerTalk.user("added", "d", "a"), ServerTalk.user("added", "b", "a"));
		assertThat(whole.items()).extracting(Item::id).containsExactly("a", "b", "c", "d");
	}

	@Test
	void itemTakesThePlaceThatIsToldLater() {
		Conversation conversation = apply(
				List.of(ServerTalk.user("added", "a", null), ServerTalk.user("done", "c", null),
						ServerTalk.user("added", "b", "a"), ServerTalk.user("added", "c", "a")));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("a", "c", "b");
	}

	@Test
	void itemIsPutFirst() {
		Conversation conversation = apply(
				List.of(ServerTalk.user("added", "a", null), ServerTalk.user("added", "b", "root")));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("b", "a");
	}

	@Test
	void whatStoodBehindDeletedItemKeepsItsPlace() {
		Conversation conversation = apply(List.of(ServerTalk.user("added", "a", null),
				ServerTalk.user("added", "b", "a"), ServerTalk.deleted("a"), ServerTalk.user("added", "c", "a"),
				ServerTalk.transcribed("a", "late"), ServerTalk.heard("a", "later")));
		assertThat(conversation.items()).extracting(Item::id).containsExactly("c", "b");
		assertThat(apply(conversation, ServerTalk.user("added", "a", "b")).items()).extracting(Item::id)
			.containsExactly("c", "b", "a");
	}

	@Test
	void itemWithoutAnIdIsIgnored() {
		Conversation before = apply(List.of(ServerTalk.user("added", "a", null)));
		assertThat(before.apply(ServerTalk
			.event("{'type':'conversation.item.added','item':{'type':'message','role':'user','content':[]}}")))
			.isSameAs(before);
	}

	@Test
	void itemsThatNameEachOtherDoNoHarm() {
		Conversation conversation = apply(
				List.of(ServerTalk.user("added", "a", "b"), ServerTalk.user("added", "b", "a"),
						ServerTalk.user("added", "c", "c"), ServerTalk.user("done", "c", "c")));
		assertThat(conversation.items()).extracting(Item::id).containsExactlyInAnyOrder("a", "b", "c");
	}

	@Test
	@Timeout(30)
	void deltaCostsTheSameInLongConversation() {
		Conversation conversation = Conversation.empty();
		for (int i = 0; i < 3000; i++) {
			conversation = apply(conversation, ServerTalk.user("added", "u" + i, (i > 0) ? "u" + (i - 1) : null),
					ServerTalk.transcribed("u" + i, "Hello."));
		}
		Conversation before = apply(conversation, ServerTalk.assistant("added", "a", "u2999", "in_progress", ""));
		ServerEvent text = ServerTalk.transcriptDelta("r", "a", "word ");
		ServerEvent sound = ServerTalk.audio("r", "a", 480);
		Conversation after = before;
		for (int i = 0; i < 200_000; i++) {
			after = after.apply(text).apply(sound);
		}
		assertThat(((MessageEntry) after.entries().get(3000)).text()).hasSize(5 * 200_000);
	}

	@Test
	void hostileContentIndexIsNoMemory() {
		assertThatNoException().isThrownBy(() -> apply(List.of(ServerTalk.user("added", "a", null),
				ServerTalk.event("{'type':'conversation.item.input_audio_transcription.completed',"
						+ "'item_id':'a','content_index':9223372036854775807,'transcript':'x'}"),
				ServerTalk.event("{'type':'conversation.item.input_audio_transcription.completed',"
						+ "'item_id':'a','content_index':-1,'transcript':'x'}")))
			.entries());
	}

	private static List<String> texts(Conversation conversation) {
		return conversation.entries()
			.stream()
			.map((entry) -> (MessageEntry) entry)
			.map((entry) -> entry.role().value() + ": " + entry.text())
			.toList();
	}

	private static Conversation apply(List<ServerEvent> events) {
		return apply(Conversation.empty(), events.toArray(ServerEvent[]::new));
	}

	private static Conversation apply(Conversation start, ServerEvent... events) {
		Conversation conversation = start;
		for (ServerEvent event : events) {
			conversation = conversation.apply(event);
		}
		return conversation;
	}

}
