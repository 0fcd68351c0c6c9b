package io.realtime4j.conversation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what long conversations cost, and for their bounds.
 */
class ConversationSizeTests {

	private static final int MANY = 20_000;

	private static final int TURNS = 10_000;

	// What is allocated does not depend on who else uses the machine
	@Test
	void turnCostsTheSameHoweverManyCameBefore() {
		Conversation conversation = Conversation.empty();
		long early = 0;
		for (int i = 0; i < TURNS; i++) {
			conversation = turn(conversation, i);
			if (i == TURNS / 20) {
				early = cost(conversation, TURNS);
			}
		}
		assertThat(conversation.entries()).hasSize(2 * TURNS);
		assertThat(cost(conversation, TURNS)).isLessThan(2 * early);
	}

	private static long cost(Conversation conversation, int number) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 50; i++) {
			turn(conversation, number);
		}
		return threads.getCurrentThreadAllocatedBytes() - before;
	}

	// One turn, watched by somebody
	private static Conversation turn(Conversation start, int number) {
		String last = (number > 0) ? "a" + (number - 1) : null;
		String user = "u" + number;
		String id = "a" + number;
		Conversation conversation = start;
		for (ServerEvent event : List.of(ServerTalk.user("added", user, last), ServerTalk.transcribed(user, "Hello."),
				ServerTalk.assistant("added", id, user, "in_progress", ""),
				ServerTalk.transcriptDelta("r" + number, id, "Hi "), ServerTalk.audio("r" + number, id, 480),
				ServerTalk.transcriptDelta("r" + number, id, "there."),
				ServerTalk.transcriptDone("r" + number, id, "Hi there."),
				ServerTalk.assistant("done", id, null, "completed", ServerTalk.spoken("Hi there.")),
				ServerTalk.responseDone("r" + number, "completed", ServerTalk.output(id, "completed", "Hi there.")))) {
			Conversation next = conversation.apply(event);
			for (ConversationChange change : next.changesSince(conversation)) {
				assertThat(change).isNotInstanceOf(ConversationChange.Removed.class);
			}
			next.entryBefore(id);
			conversation = next;
		}
		return conversation;
	}

	@Test
	void itemsToldInReverseOrderFindTheirPlaces() {
		Conversation conversation = Conversation.empty();
		List<String> ids = new ArrayList<>();
		for (int i = MANY; i > 0; i--) {
			conversation = conversation.apply(ServerTalk.user("added", "u" + i, "u" + (i - 1)));
			ids.add(0, "u" + i);
		}
		conversation = conversation.apply(ServerTalk.user("added", "u0", null));
		ids.add(0, "u0");
		assertThat(conversation.items()).extracting(Item::id).isEqualTo(ids);
	}

	@Test
	void speechOfItemsThatNeverComeIsForgotten() {
		Conversation conversation = Conversation.empty();
		for (int i = 0; i < MANY; i++) {
			conversation = conversation.apply(ServerTalk.transcribed("never" + i, "Hello."))
				.apply(ServerTalk.idle("idle" + i))
				.apply(ServerTalk.transcriptDelta("r", "lost" + i, "Hi."));
		}
		TrimmedConversation trimmed = conversation.trimmed(new ConversationLimits(ItemSlots.MAX_EARLY, 1 << 20, false));
		assertThat(trimmed.conversation()).isSameAs(conversation);
		Conversation told = conversation.apply(ServerTalk.user("added", "never0", null))
			.apply(ServerTalk.user("added", "never" + (MANY - 1), null));
		assertThat(told.entries()).map((entry) -> ((MessageEntry) entry).text()).containsExactly("", "Hello.");
	}

	@Test
	void partsBeyondReasonAreNotKept() {
		Conversation conversation = Conversation.empty()
			.apply(ServerTalk.assistant("added", "a", null, "in_progress", ""));
		for (int i = 2000; i < 3000; i++) {
			assertThat(conversation.apply(ServerTalk.event("{'type':'response.output_text.done','response_id':'r',"
					+ "'item_id':'a','output_index':0,'content_index':" + i + ",'text':'x'}")))
				.isSameAs(conversation);
		}
	}

	@Test
	void transcriptsAtFurtherIndexesAreThoseOfTheOnePart() {
		Conversation conversation = Conversation.empty().apply(ServerTalk.user("added", "u", null));
		for (int i = 0; i < 3000; i++) {
			conversation = conversation
				.apply(ServerTalk.event("{'type':'conversation.item.input_audio_transcription.completed',"
						+ "'item_id':'u','content_index':" + i + ",'transcript':'x'}"));
		}
		assertThat(conversation.entries()).singleElement().extracting("text").isEqualTo("x");
	}

	@Test
	void oldestItemsAreLetGo() {
		Conversation conversation = turn(turn(turn(Conversation.empty(), 0), 1), 2);
		TrimmedConversation trimmed = conversation.trimmed(new ConversationLimits(3, 1 << 20, false));
		assertThat(trimmed.letGo()).extracting(ItemSnapshot::id).containsExactly("u0", "a0", "u1");
		assertThat(((OutputAudio) ((AssistantMessage) trimmed.letGo().get(1).item()).content().get(0)).transcript())
			.isEqualTo("Hi there.");
		assertThat(trimmed.conversation().items()).extracting(Item::id).containsExactly("a1", "u2", "a2");
		assertThat(trimmed.conversation().marks("u0")).isEqualTo(ItemMarks.NONE);
		assertThat(turn(trimmed.conversation(), 3).items()).extracting(Item::id)
			.containsExactly("a1", "u2", "a2", "u3", "a3");
	}

	@Test
	void largeTextsLetEarlierOnesGo() {
		String text = "x".repeat(10_000);
		Conversation conversation = Conversation.empty();
		for (int i = 0; i < 100; i++) {
			conversation = conversation.apply(ServerTalk.user("added", "u" + i, null))
				.apply(ServerTalk.transcribed("u" + i, text))
				.trimmed(new ConversationLimits(1000, 100_000, false))
				.conversation();
		}
		assertThat(conversation.entries()).extracting(ConversationEntry::itemId)
			.containsExactly("u96", "u97", "u98", "u99");
	}

	@Test
	void textThatNeverEndsIsLetGoToo() {
		ConversationLimits limits = new ConversationLimits(1000, 100_000, false);
		Conversation conversation = Conversation.empty()
			.apply(ServerTalk.assistant("added", "a", null, "in_progress", ""));
		ServerEvent delta = ServerTalk.transcriptDelta("r", "a", "word ");
		int letGo = 0;
		for (int i = 0; i < 10_000; i++) {
			TrimmedConversation trimmed = conversation.apply(delta).trimmed(limits);
			letGo += trimmed.letGo().size();
			conversation = trimmed.conversation();
		}
		assertThat(letGo).isEqualTo(1);
		assertThat(conversation.items()).isEmpty();
	}

	@Test
	void textThatIsToldSeveralTimesIsHeldOnce() {
		String text = "y".repeat(20_000);
		Conversation conversation = Conversation.empty()
			.apply(ServerTalk.assistant("added", "a", null, "in_progress", ""))
			.apply(ServerTalk.transcriptDelta("r", "a", text))
			.apply(ServerTalk.transcriptDone("r", "a", text))
			.apply(ServerTalk.partDone("r", "a", text))
			.apply(ServerTalk.assistant("done", "a", null, "completed", ServerTalk.spoken(text)))
			.apply(ServerTalk.outputItemDone("r", "a", text))
			.apply(ServerTalk.responseDone("r", "completed", ServerTalk.output("a", "completed", text)));
		String shown = ((MessageEntry) conversation.entries().get(0)).text();
		assertThat(shown).isEqualTo(text);
		assertThat(((OutputAudio) ((AssistantMessage) conversation.items().get(0)).content().get(0)).transcript())
			.isSameAs(shown);
		assertThat(conversation.trimmed(new ConversationLimits(1, 50_000, false)).letGo()).isEmpty();
	}

	@Test
	void limitsMustLeaveRoom() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ConversationLimits(0, 1, false));
		assertThatIllegalArgumentException().isThrownBy(() -> new ConversationLimits(1, 0, false));
	}

}
