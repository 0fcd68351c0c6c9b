package io.realtime4j.store;

import java.time.Duration;
import java.util.List;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.conversation.ToolCallEntry;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.session.Greeting;
import io.realtime4j.session.SessionState;
import io.realtime4j.usage.SessionUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a session that goes on with a stored conversation.
 */
class ContinuationTests {

	private final FlakyStore store = new FlakyStore();

	private final StoredConversations conversations = new StoredConversations(this.store);

	private String first(String... texts) {
		StoreFixture fixture = new StoreFixture(this.store, (spec) -> spec);
		fixture.receive(texts);
		fixture.settle();
		return fixture.id();
	}

	private StoreFixture second(TakenConversation taken) {
		return new StoreFixture(this.store,
				(spec) -> taken.continueIn(spec.toBuilder().greeting(Greeting.ofText("Good morning.")).build()));
	}

	@Test
	void serverIsToldWhatWasSaidAndNotGreeted() {
		String id = first(StoreTalk.user("u1", null, "Hello"), StoreTalk.created("r1"),
				StoreTalk.assistant("a1", "u1", "in_progress"), StoreTalk.said("r1", "a1", "Good morning"),
				StoreTalk.done("r1", "a1", "Good morning", 30));
		StoreFixture next = second(this.conversations.takeOver(id).orElseThrow());
		assertThat(next.script().sentTypes()).containsExactly("conversation.item.create", "conversation.item.create");
		assertThat(next.script().sent()).extracting((event) -> event.at("/item/id").asString())
			.containsExactly("u1", "a1");
		assertThat(next.script().sent().get(1).at("/item/content/0/text").asString()).isEqualTo("Good morning");
		assertThat(next.id()).isEqualTo(id).isNotEqualTo(next.session().id());
		assertThat(next.session().state()).isEqualTo(SessionState.OPEN);
		assertThat(next.session().conversation().entries()).extracting((entry) -> ((MessageEntry) entry).text())
			.containsExactly("Hello", "Good morning");
		assertThat(SessionUsage.of(next.session()).totals().all().usage().totalTokens()).isEqualTo(30);
	}

	@Test
	void whatIsSaidNextIsStoredBehindIt() {
		String id = first(StoreTalk.user("u1", null, "Hello"));
		StoreFixture next = second(this.conversations.takeOver(id).orElseThrow());
		acknowledge(next);
		next.receive(StoreTalk.user("u2", "u1", "Hello"), StoreTalk.created("r2"),
				StoreTalk.assistant("a2", "u2", "in_progress"), StoreTalk.said("r2", "a2", "Yes"),
				StoreTalk.done("r2", "a2", "Yes", 12));
		next.settle();
		StoredConversation stored = this.conversations.find(id).orElseThrow();
		assertThat(stored.items()).extracting(ItemSnapshot::id).containsExactly("u1", "u2", "a2");
		assertThat(stored.header().owner()).isEqualTo(2);
		assertThat(stored.usage().all().usage().totalTokens()).isEqualTo(12);
		assertThat(next.session().conversation().items()).hasSize(3);
	}

	@Test
	void onlyWhatIsNewIsWritten() {
		String id = first(StoreTalk.user("u1", null, "Hello"));
		int before = this.store.writes().size();
		StoreFixture next = second(this.conversations.takeOver(id).orElseThrow());
		acknowledge(next);
		next.settle();
		assertThat(this.store.writes().subList(before, this.store.writes().size()))
			.allSatisfy((write) -> assertThat(write.items()).isEmpty());
	}

	@Test
	void whatWasBeingSaidWasBrokenOff() {
		String id = first(StoreTalk.created("r1"), StoreTalk.assistant("a1", null, "in_progress"),
				StoreTalk.delta("r1", "a1", "Good mor"));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		assertThat(taken.isAnswerDue()).isFalse();
		assertThat(second(taken).session().conversation().entries()).singleElement()
			.isInstanceOfSatisfying(MessageEntry.class, (entry) -> {
				assertThat(entry.text()).isEqualTo("Good mor");
				assertThat(entry.interrupted()).isTrue();
			});
	}

	@Test
	void callWithoutOutputHasAnUnknownOutcomeAndIsNotRunAgain() {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.call("c1", "call_1"),
				StoreTalk.output("o1", "call_1"), StoreTalk.call("c2", "call_2"));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		assertThat(taken.isAnswerDue()).isTrue();
		StoreFixture next = second(taken);
		List<JsonNode> sent = next.script().sent();
		assertThat(sent).extracting((event) -> event.at("/item/type").asString())
			.containsExactly("message", "function_call", "function_call_output", "function_call",
					"function_call_output");
		assertThat(sent.get(4).at("/item/call_id").asString()).isEqualTo("call_2");
		assertThat(sent.get(4).at("/item/output").asString()).isEqualTo(TakenConversation.UNKNOWN_OUTCOME);
		next.settle();
		assertThat(this.conversations.find(id).orElseThrow().conversation().entries())
			.filteredOn(ToolCallEntry.class::isInstance)
			.extracting((entry) -> ((ToolCallEntry) entry).output())
			.containsExactly("done", TakenConversation.UNKNOWN_OUTCOME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[1]" })
	void callOfWhichTheStoreHasOnlyTheBeginningHasAnUnknownOutcome(String arguments) {
		String id = first(StoreTalk.user("u1", null, "Book it"), StoreTalk.created("r1"),
				StoreTalk.begunCall("c1", "call_1", arguments));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		assertThat(taken.unknownOutcomes()).extracting(FunctionCallOutput::callId).containsExactly("call_1");
		assertThat(taken.isAnswerDue()).isTrue();
		StoreFixture next = second(taken);
		List<JsonNode> sent = next.script().sent();
		assertThat(sent).extracting((event) -> event.at("/item/type").asString())
			.containsExactly("message", "function_call", "function_call_output");
		assertThat(sent.get(1).at("/item/arguments").asString()).isEqualTo(arguments.isEmpty() ? "{}" : arguments);
		assertThat(sent.get(2).at("/item/output").asString()).isEqualTo(TakenConversation.UNKNOWN_OUTCOME);
		next.settle();
		assertThat(this.conversations.find(id).orElseThrow().conversation().entries()).last()
			.isInstanceOfSatisfying(ToolCallEntry.class,
					(entry) -> assertThat(entry.output()).isEqualTo(TakenConversation.UNKNOWN_OUTCOME));
	}

	@Test
	void callThatSomebodySpokeAfterWhileItWasWrittenHasNoOutcome() {
		String id = first(StoreTalk.begunCall("c1", "call_1", ""), StoreTalk.user("u1", "c1", "Never mind"));
		assertThat(this.conversations.takeOver(id).orElseThrow().unknownOutcomes()).isEmpty();
	}

	@Test
	void answerIsDueUponWhatSomebodySaid() {
		assertThat(this.conversations.takeOver(first(StoreTalk.user("u1", null, "Hello"))).orElseThrow().isAnswerDue())
			.isTrue();
		assertThat(this.conversations.takeOver(first()).orElseThrow().isAnswerDue()).isFalse();
	}

	@Test
	void answerIsNotDueUponWordsThatTheModelIsNotTold() {
		String id = first(StoreTalk.user("u1", null, "Hello"), StoreTalk.created("r1"),
				StoreTalk.assistant("a1", "u1", "in_progress"), StoreTalk.said("r1", "a1", "Good morning"),
				StoreTalk.done("r1", "a1", "Good morning", 30),
				StoreTalk.added("u2", "a1",
						"'type':'message','role':'user','status':'completed','content':[{'type':'input_audio',"
								+ "'transcript':null}]"));
		assertThat(this.conversations.find(id).orElseThrow().items()).hasSize(3);
		assertThat(this.conversations.takeOver(id).orElseThrow().isAnswerDue()).isFalse();
	}

	@Test
	void longConversationIsCutToTheLimitsOfTheHistoryAndStaysInTheStore() {
		String longId = "x".repeat(40);
		String id = first(StoreTalk.user(longId, null, "One"), StoreTalk.user("u2", longId, "Two"),
				StoreTalk.user("u3", "u2", "Three"), StoreTalk.user("u4", "u3", "Four"));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		StoreFixture next = new StoreFixture(this.store, (spec) -> taken
			.continueIn(spec.toBuilder().history(new ConversationLimits(2, 1_000_000, false)).build()));
		assertThat(next.script().sent()).extracting((event) -> event.at("/item/id").asString())
			.containsExactly("u3", "u4");
		assertThat(next.session().conversation().items()).hasSize(2);
		acknowledge(next);
		next.receive(StoreTalk.user("u5", "u4", "Five"));
		next.settle();
		assertThat(this.conversations.find(id).orElseThrow().items()).extracting(ItemSnapshot::id)
			.containsExactly(longId, "u2", "u3", "u4", "u5");
	}

	@Test
	void whatIsSaidNextIsStoredBehindAConversationThatHasNoRoom() {
		String id = first(StoreTalk.user("u1", null, "One"), StoreTalk.user("u2", "u1", "Two"));
		TakenConversation taken = this.conversations.takeOver(id).orElseThrow();
		StoreFixture next = new StoreFixture(this.store,
				(spec) -> taken.continueIn(spec.toBuilder().history(new ConversationLimits(1, 1, false)).build()));
		next.receive(StoreTalk.user("u3", null, "Three"));
		next.settle();
		assertThat(this.conversations.find(id).orElseThrow().items()).extracting(ItemSnapshot::id)
			.containsExactly("u1", "u2", "u3");
	}

	@ParameterizedTest
	@ValueSource(ints = { 36, 200 })
	void itemsWithLongIdsAreNotDoubled(int length) {
		String longId = "x".repeat(length);
		String id = first(StoreTalk.user(longId, null, "Hello"));
		StoreFixture next = second(this.conversations.takeOver(id).orElseThrow());
		acknowledge(next);
		next.settle();
		assertThat(this.conversations.find(id).orElseThrow().items()).hasSize(1);
	}

	@Test
	void onlyOneOfTwoTakesOver() {
		String id = first(StoreTalk.user("u1", null, "Hello"));
		ConversationHeader header = this.store.find(id);
		assertThat(header).isNotNull();
		assertThat(this.conversations.takeOver(header)).isPresent();
		assertThat(this.conversations.takeOver(header)).isEmpty();
		assertThat(this.conversations.takeOver("nonsense")).isEmpty();
	}

	@Test
	void whatIsTakenOverTwiceGoesOnInTheLast() {
		String id = first(StoreTalk.user("u1", null, "Hello"));
		StoreFixture second = second(this.conversations.takeOver(id).orElseThrow());
		second.settle();
		StoreFixture third = second(this.conversations.takeOver(id).orElseThrow());
		third.settle();
		second.pass(Duration.ofSeconds(10));
		assertThat(second.session().state()).isEqualTo(SessionState.CLOSING);
		assertThat(third.session().state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void whatCannotBeReadIsNotTakenOver() {
		String id = first(StoreTalk.user("u1", null, "Hello"));
		ConversationHeader header = this.store.find(id);
		assertThat(header).isNotNull();
		this.store.write(
				new ConversationWrite(header, false, List.of(new ItemRecord("u2", 9, "{\"version\":99}")), List.of()));
		assertThatExceptionOfType(UnreadableConversationException.class)
			.isThrownBy(() -> this.conversations.takeOver(id));
		assertThat(this.store.find(id)).isNotNull().extracting(ConversationHeader::owner).isEqualTo(1L);
	}

	@Test
	void noteIsRemovedByAnEndThatMakesItVoid() {
		StoreFixture fixture = new StoreFixture(this.store, (spec) -> spec);
		RecordedConversation conversation = RecordedConversation.find(fixture.session());
		assertThat(conversation).isNotNull();
		conversation.note("stays", "a", (cause) -> true);
		conversation.note("goes", "b", (cause) -> !(cause instanceof ClosedByTakeOver));
		fixture.settle();
		assertThat(fixture.stored().notes()).containsOnlyKeys("goes", "stays");
		fixture.session().close(new ClosedByTakeOver("other"));
		fixture.script().end();
		fixture.settle();
		StoredConversation stored = this.conversations.find(conversation.conversationId()).orElseThrow();
		assertThat(stored.endedAt()).isNotNull();
		assertThat(stored.notes()).containsOnlyKeys("stays");
	}

	private static void acknowledge(StoreFixture fixture) {
		fixture.script()
			.sent()
			.forEach((event) -> fixture.script()
				.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":" + event.get("item")
						+ "}"));
	}

}
