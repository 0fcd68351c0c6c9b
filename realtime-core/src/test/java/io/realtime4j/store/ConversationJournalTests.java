package io.realtime4j.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationJournal}: what it says to write makes of a store what the
 * conversation is.
 */
class ConversationJournalTests {

	private final Map<String, ConversationJournal.Placed> stored = new HashMap<>();

	private final ConversationJournal journal = new ConversationJournal(null);

	private Conversation conversation = Conversation.empty();

	@Test
	void itemsAreAppended() {
		apply(user("a", null), user("b", "a"));
		assertThat(write().items()).hasSize(2);
		apply(user("c", "b"));
		assertThat(write().items()).singleElement()
			.satisfies((placed) -> assertThat(placed.item().id()).isEqualTo("c"));
		assertThat(ids()).containsExactly("a", "b", "c");
	}

	@Test
	void itemThatComesLateTakesItsPlace() {
		apply(user("a", null), user("c", "a"));
		write();
		apply(user("b", "a"));
		assertThat(write().items()).hasSize(1);
		apply(user("first", "root"));
		write();
		assertThat(ids()).containsExactly("first", "a", "b", "c");
	}

	@Test
	void itemWhosePredecessorComesLateIsPlacedAnew() {
		apply(user("c", "b"), user("a", null));
		write();
		apply(user("d", "c"));
		write();
		apply(user("b", "a"));
		write();
		assertThat(ids()).isEqualTo(this.conversation.items().stream().map((item) -> item.id()).toList());
	}

	@Test
	void manyItemsFitBetweenTwo() {
		apply(user("a", null), user("z", "a"));
		write();
		for (int i = 0; i < 100; i++) {
			apply(user("m" + i, "a"));
			write();
		}
		assertThat(ids()).isEqualTo(this.conversation.items().stream().map((item) -> item.id()).toList());
	}

	@Test
	void changesThatWereNotWrittenComeAgain() {
		apply(user("a", null));
		assertThat(this.journal.changes(this.conversation, List.of()).items()).hasSize(1);
		apply(ServerTalk.deleted("a"), user("b", null));
		ConversationJournal.Changes changes = write();
		assertThat(changes.removed()).containsExactly("a");
		assertThat(ids()).containsExactly("b");
		assertThat(write().isEmpty()).isTrue();
	}

	@Test
	void restorationChangesNothing() {
		apply(user("a", null), user("b", "a"));
		write();
		this.conversation = this.conversation.restored();
		assertThat(write().isEmpty()).isTrue();
	}

	@Test
	void itemThatHasAnotherIdAfterARestorationIsNotDoubled() {
		apply(user("8b1a9953-c461-4f5e-9f3b-5d3f6a5a8f10", null), user("b", "8b1a9953-c461-4f5e-9f3b-5d3f6a5a8f10"));
		write();
		this.conversation = this.conversation.restored();
		write();
		assertThat(ids()).hasSize(2).isEqualTo(this.conversation.items().stream().map((item) -> item.id()).toList());
	}

	@RepeatedTest(200)
	void storeIsWhatTheConversationIs(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		List<String> known = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			if (!known.isEmpty() && random.nextInt(8) == 0) {
				apply(ServerTalk.deleted(known.get(random.nextInt(known.size()))));
			}
			else {
				String previous = (known.isEmpty() || random.nextInt(5) == 0) ? null
						: (random.nextInt(6) == 0) ? "item" + (i + 1) : known.get(random.nextInt(known.size()));
				apply(user("item" + i, previous));
				known.add("item" + i);
			}
			if (random.nextInt(3) == 0) {
				ConversationJournal.Changes changes = this.journal.changes(this.conversation, List.of());
				if (random.nextBoolean()) {
					take(changes);
				}
			}
		}
		write();
		assertThat(ids()).isEqualTo(this.conversation.items().stream().map((item) -> item.id()).toList());
		assertThat(this.stored.values()).extracting(ConversationJournal.Placed::position).doesNotHaveDuplicates();
	}

	private void apply(ServerEvent... events) {
		for (ServerEvent event : events) {
			this.conversation = this.conversation.apply(event);
		}
	}

	private ConversationJournal.Changes write() {
		ConversationJournal.Changes changes = this.journal.changes(this.conversation, List.of());
		take(changes);
		return changes;
	}

	private void take(ConversationJournal.Changes changes) {
		changes.removed().forEach(this.stored::remove);
		changes.items().forEach((placed) -> this.stored.put(placed.item().id(), placed));
		this.journal.written(changes);
	}

	private List<String> ids() {
		return this.stored.values()
			.stream()
			.sorted(Comparator.comparingLong(ConversationJournal.Placed::position))
			.map(ConversationJournal.Placed::item)
			.map(ItemSnapshot::id)
			.toList();
	}

	private static ServerEvent user(String id, @Nullable String previous) {
		return ServerTalk.item("added", id, previous,
				"'role':'user','status':'completed','content':[{'type':'input_text','text':'" + id + "'}]");
	}

}
