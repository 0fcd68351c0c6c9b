package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.ConversationChange.Added;
import io.realtime4j.conversation.ConversationChange.Changed;
import io.realtime4j.conversation.ConversationChange.Removed;
import io.realtime4j.event.server.ServerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Conversation#changesSince(Conversation)}.
 */
class ConversationChangesTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void changesMakeTheEntriesOfNowOfThoseBefore(long seed) {
		Random random = new Random(seed);
		Conversation conversation = Conversation.empty();
		Conversation told = conversation;
		for (int i = 0; i < 400; i++) {
			conversation = next(conversation, i, random);
			if (random.nextInt(4) > 0) {
				assertThat(applied(told.entries(), conversation.changesSince(told))).isEqualTo(conversation.entries());
				told = conversation;
			}
		}
		assertThat(applied(List.of(), conversation.changesSince(Conversation.empty())))
			.isEqualTo(conversation.entries());
		assertThat(applied(conversation.entries(), Conversation.empty().changesSince(conversation))).isEmpty();
	}

	private static Conversation next(Conversation conversation, int number, Random random) {
		String id = "item" + random.nextInt(60);
		String previous = (random.nextInt(3) > 0) ? "item" + random.nextInt(60) : "root";
		return switch (random.nextInt(12)) {
			case 0, 1, 2 -> conversation.apply(ServerTalk.user("added", id, previous));
			case 3 -> conversation.apply(ServerTalk.user("added", id, null));
			case 4, 5 -> conversation.apply(ServerTalk.assistant("added", id, previous, "in_progress", ""));
			case 6 -> conversation.apply(ServerTalk.transcribed(id, random.nextBoolean() ? "Text " + number : ""));
			case 7 -> conversation.apply(ServerTalk.transcriptDelta("r", id, "word "));
			case 8 -> conversation.apply(ServerTalk.deleted(id));
			case 9 -> conversation.apply(call(id, random.nextBoolean()));
			case 10 -> conversation.apply(ServerTalk.idle(id));
			default -> rare(conversation, number);
		};
	}

	private static ServerEvent call(String id, boolean output) {
		String item = output
				? "{'type':'function_call_output','id':'" + id + "o','call_id':'call" + id + "','output':'5'}"
				: "{'type':'function_call','id':'" + id + "','call_id':'call" + id
						+ "','name':'f','arguments':'{}','status':'completed'}";
		return ServerTalk.event("{'type':'conversation.item.added','previous_item_id':null,'item':" + item + "}");
	}

	private static Conversation rare(Conversation conversation, int number) {
		return switch (number % 3) {
			case 0 -> conversation.restored();
			case 1 -> conversation.trimmed(new ConversationLimits(40, Long.MAX_VALUE, false)).conversation();
			default -> conversation.apply(ServerTalk
				.sessionUpdated("{'output':{'format':{'type':'audio/pcm','rate':" + (8000 + number) + "}}}"));
		};
	}

	@Test
	void entryThatWaitedAtTheEndAndStaysThereDoesNotMove() {
		Conversation before = apply(Conversation.empty(), ServerTalk.user("added", "a", null),
				ServerTalk.user("added", "c", "b"));
		Conversation after = apply(before, ServerTalk.user("added", "b", "a"));
		assertThat(after.changesSince(before)).containsExactly(new Added(1, after.entries().get(1)));
	}

	@Test
	void outputOfToolChangesTheEntryOfItsCall() {
		Conversation before = apply(Conversation.empty(), ServerTalk.user("added", "a", null), call("c", false));
		Conversation after = apply(before, call("c", true));
		assertThat(after.changesSince(before)).containsExactly(new Changed(1, after.entries().get(1)));
		assertThat(after.entries().get(1)).isInstanceOfSatisfying(ToolCallEntry.class,
				(entry) -> assertThat(entry.output()).isEqualTo("5"));
	}

	@Test
	void entryIsFoundByItsItemAndTheOneBeforeIt() {
		Conversation conversation = apply(Conversation.empty(), ServerTalk.user("added", "a", null),
				ServerTalk.idle("b"), ServerTalk.user("added", "b", "a"), ServerTalk.user("added", "c", "b"));
		assertThat(conversation.entry("c")).contains(conversation.entries().get(1));
		assertThat(conversation.entry("b")).isEmpty();
		assertThat(conversation.entry("unknown")).isEmpty();
		assertThat(conversation.entryBefore("c")).contains(conversation.entries().get(0));
		assertThat(conversation.entryBefore("a")).isEmpty();
		assertThat(conversation.entryBefore("unknown")).isEmpty();
		int size = conversation.entries().size();
		assertThat(conversation.latestEntries(1)).isEqualTo(conversation.entries().subList(size - 1, size));
		assertThat(conversation.latestEntries(size + 1)).isEqualTo(conversation.entries());
	}

	private static List<ConversationEntry> applied(List<ConversationEntry> before, List<ConversationChange> changes) {
		List<ConversationEntry> entries = new ArrayList<>(before);
		for (ConversationChange change : changes) {
			if (change instanceof Added added) {
				entries.add(added.index(), added.entry());
			}
			else if (change instanceof Changed changed) {
				assertThat(entries.set(changed.index(), changed.entry()).itemId()).isEqualTo(changed.entry().itemId());
			}
			else if (change instanceof Removed removed) {
				assertThat(entries.remove(removed.index()).itemId()).isEqualTo(removed.itemId());
			}
		}
		return entries;
	}

	private static Conversation apply(Conversation start, ServerEvent... events) {
		Conversation conversation = start;
		for (ServerEvent event : events) {
			conversation = conversation.apply(event);
		}
		return conversation;
	}

}
