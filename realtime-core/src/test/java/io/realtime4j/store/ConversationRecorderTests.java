package io.realtime4j.store;

import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.session.SessionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConversationRecorder} in a session.
 */
class ConversationRecorderTests {

	@Test
	void sessionThatIsOpenHasAHeader() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		StoredConversation stored = fixture.stored();
		assertThat(stored.id()).isEqualTo(fixture.session().id());
		assertThat(stored.user()).isEqualTo("ann");
		assertThat(stored.header().owner()).isOne();
		assertThat(stored.settings()).isEqualTo(new StoredSettings("realtime", "gpt-realtime", null));
		assertThat(stored.endedAt()).isNull();
		assertThat(stored.items()).isEmpty();
	}

	@Test
	void whatIsSaidIsWrittenInOrderWithItsUsage() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		StoredConversation stored = fixture.stored();
		assertThat(stored.conversation().entries()).extracting((entry) -> ((MessageEntry) entry).text())
			.containsExactly("Hello", "Good morning");
		assertThat(stored.usage()).isNotNull();
		assertThat(stored.usage().all().usage().totalTokens()).isEqualTo(30);
		assertThat(fixture.events).isEmpty();
	}

	@Test
	void changesThatComeTogetherAreOneWrite() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		assertThat(fixture.store.writes()).hasSize(1);
		fixture.receive(StoreTalk.user("u2", "a1", "Again"));
		fixture.settle();
		assertThat(fixture.store.writes()).hasSize(2).last().satisfies((write) -> {
			assertThat(write.first()).isFalse();
			assertThat(write.items()).extracting(ItemRecord::id).containsExactly("u2");
			assertThat(write.removed()).isEmpty();
		});
	}

	@Test
	void nothingIsWrittenForWhatChangesNothing() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		fixture.receive("{'type':'rate_limits.updated','rate_limits':[]}");
		fixture.settle();
		assertThat(fixture.store.writes()).hasSize(1);
	}

	@Test
	void whatIsBeingSaidIsWrittenEverySecond() {
		StoreFixture fixture = new StoreFixture();
		fixture.receive(StoreTalk.created("r1"), StoreTalk.assistant("a1", null, "in_progress"));
		fixture.settle();
		fixture.receive(StoreTalk.delta("r1", "a1", "Good"));
		fixture.pass(Duration.ofMillis(999));
		assertThat(fixture.stored().items()).singleElement()
			.extracting(ItemSnapshot::item)
			.asString()
			.doesNotContain("Good");
		fixture.pass(Duration.ofMillis(1));
		assertThat(fixture.stored().items()).singleElement().extracting(ItemSnapshot::item).asString().contains("Good");
	}

	@Test
	void ofSpeechThatWasCutIsWrittenWhatWasHeardAndWhatWasNot() {
		StoreFixture fixture = new StoreFixture();
		fixture.receive(StoreTalk.created("r1"), StoreTalk.assistant("a1", null, "in_progress"),
				StoreTalk.audio("r1", "a1", Base64.getEncoder().encodeToString(new byte[96_000])),
				StoreTalk.said("r1", "a1", "One two three four"));
		fixture.session().send(ConversationItemTruncate.of("a1", 0, 1000));
		fixture.settle();
		assertThat(fixture.stored().items()).singleElement().satisfies((item) -> {
			assertThat(item.item().toString()).contains("One two").doesNotContain("three");
			assertThat(item.wholeText()).isEqualTo("One two three four");
			assertThat(item.marks().interrupted()).isTrue();
		});
	}

	@Test
	void deletedItemIsRemoved() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		fixture.receive(StoreTalk.deleted("u1"));
		fixture.settle();
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly("a1");
	}

	@Test
	void itemThatMemoryHasNoRoomForStays() {
		StoreFixture fixture = new StoreFixture(new FlakyStore(),
				(spec) -> spec.toBuilder().history(new ConversationLimits(2, 1_000_000, false)).build());
		for (int i = 0; i < 5; i++) {
			fixture.receive(StoreTalk.user("u" + i, (i > 0) ? "u" + (i - 1) : null, "Word " + i));
		}
		fixture.settle();
		fixture.receive(StoreTalk.user("u5", "u4", "Word 5"));
		fixture.settle();
		assertThat(fixture.session().conversation().items()).hasSize(2);
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id)
			.containsExactly("u0", "u1", "u2", "u3", "u4", "u5");
	}

	@Test
	void storeThatFailsGetsEverythingOnceWhenItIsThereAgain() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		fixture.store.refuse(true);
		turn(fixture);
		fixture.pass(Duration.ofSeconds(20));
		fixture.receive(StoreTalk.user("u2", "a1", "Are you there?"));
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing");
		assertThat(fixture.session().state()).isEqualTo(SessionState.OPEN);
		fixture.store.refuse(false);
		fixture.pass(WriteLoop.LAST_RETRY);
		fixture.executor.runAll();
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing", "realtime4j.store.recovered");
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly("u1", "a1", "u2");
	}

	@Test
	void writeWhoseAnswerIsLostIsNotDoubled() {
		StoreFixture fixture = new StoreFixture();
		fixture.store.losesAnswers(true);
		turn(fixture);
		fixture.settle();
		fixture.store.losesAnswers(false);
		fixture.pass(WriteLoop.FIRST_RETRY);
		fixture.executor.runAll();
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing", "realtime4j.store.recovered");
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly("u1", "a1");
		assertThat(fixture.stored().usage().responses().count()).isOne();
	}

	@Test
	void storeThatDoesNotAnswerIsTold() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		fixture.store.meanwhile(() -> fixture.script().advance(WriteLoop.PATIENCE));
		turn(fixture);
		fixture.settle();
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing", "realtime4j.store.recovered");
		assertThat(fixture.events.get(0)).isInstanceOfSatisfying(StoreFailing.class,
				(event) -> assertThat(event.failure()).isInstanceOf(TimeoutException.class));
		assertThat(fixture.stored().items()).hasSize(2);
	}

	@Test
	void retriesBecomeRareAndDoNotEnd() {
		StoreFixture fixture = new StoreFixture();
		fixture.store.refuse(true);
		for (int i = 0; i < 10 * 60; i++) {
			fixture.pass(Duration.ofSeconds(1));
		}
		assertThat(fixture.store.writes()).hasSizeBetween(20, 30);
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing");
	}

	@Test
	void headerIsWrittenNowAndThen() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		fixture.pass(Duration.ofSeconds(10));
		fixture.pass(Duration.ofSeconds(10));
		assertThat(fixture.store.writes()).hasSize(3).allSatisfy((write) -> assertThat(write.items()).isEmpty());
	}

	@Test
	void sessionWhoseConversationIsTakenOverEnds() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		assertThat(new StoredConversations(fixture.store).takeOver(fixture.id())).isPresent();
		fixture.pass(Duration.ofSeconds(10));
		assertThat(fixture.session().state()).isEqualTo(SessionState.CLOSING);
		fixture.script().end();
		fixture.executor.runAll();
		assertThat(fixture.session().closed()).isCompletedWithValue(new ClosedByTakeOver(fixture.id()));
		assertThat(fixture.types()).containsExactly("realtime4j.store.conversation_taken");
		assertThat(fixture.stored().endedAt()).isNull();
		assertThat(fixture.stored().header().owner()).isEqualTo(2);
	}

	@Test
	void sessionWhoseConversationIsDeletedGoesOnAndStoresNothingMore() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		fixture.settle();
		assertThat(new StoredConversations(fixture.store).deleteByUser("ann")).isOne();
		fixture.receive(StoreTalk.user("u2", "a1", "Forget me"));
		fixture.settle();
		fixture.receive(StoreTalk.user("u3", "u2", "Please"));
		fixture.pass(Duration.ofMinutes(1));
		assertThat(fixture.session().state()).isEqualTo(SessionState.OPEN);
		assertThat(fixture.types()).containsExactly("realtime4j.store.conversation_taken");
		assertThat(fixture.store.find(fixture.id())).isNull();
	}

	@Test
	void endOfTheSessionIsWrittenAtOnce() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		String id = fixture.id();
		fixture.session().close();
		fixture.script().end();
		fixture.executor.runAll();
		StoredConversation stored = new StoredConversations(fixture.store).find(id).orElseThrow();
		assertThat(stored.endedAt()).isNotNull();
		assertThat(stored.items()).hasSize(2);
		assertThat(fixture.script().pendingTimers()).isZero();
		assertThat(fixture.recorder().flush()).isCompleted();
	}

	@Test
	void conversationThatIsOverIsGivenUpWhenTooManyWait() {
		StoreFixture fixture = new StoreFixture();
		fixture.store.refuse(true);
		turn(fixture);
		fixture.session().close();
		fixture.script().end();
		fixture.executor.runAll();
		fixture.session().renew();
		fixture.executor.runAll();
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing",
				"realtime4j.store.conversation_not_stored");
	}

	@Test
	void flushWaitsForTheStore() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		CompletableFuture<@Nullable Void> flush = fixture.recorder().flush();
		assertThat(flush).isNotDone();
		fixture.executor.runAll();
		assertThat(flush).isCompleted();
		assertThat(fixture.stored().items()).hasSize(2);
	}

	@Test
	void whatIsStoppedWritesNothing() {
		StoreFixture fixture = new StoreFixture();
		turn(fixture);
		CompletableFuture<@Nullable Void> flush = fixture.recorder().flush();
		fixture.recorder().stop();
		fixture.executor.runAll();
		assertThat(flush).isCompleted();
		assertThat(fixture.store.writes()).isEmpty();
		assertThat(fixture.types()).containsExactly("realtime4j.store.conversation_not_stored");
		assertThat(fixture.script().pendingTimers()).isZero();
	}

	@Test
	void executorThatIsShutDownEndsTheWriting() {
		StoreFixture fixture = new StoreFixture();
		fixture.executor.rejecting(true);
		turn(fixture);
		fixture.settle();
		assertThat(fixture.session().state()).isEqualTo(SessionState.OPEN);
		assertThat(fixture.recorder().flush()).isCompleted();
	}

	@Test
	void sessionMayStayOutOfTheStore() {
		StoreFixture fixture = new StoreFixture(new FlakyStore(), StoreOptions.none()::addTo);
		turn(fixture);
		fixture.pass(Duration.ofMinutes(1));
		assertThat(RecordedConversation.find(fixture.session())).isNull();
		assertThat(fixture.store.writes()).isEmpty();
	}

	@Test
	void userOfTheSessionComesFirst() {
		StoreFixture fixture = new StoreFixture(new FlakyStore(), StoreOptions.ofUser("bob")::addTo);
		fixture.settle();
		assertThat(fixture.store.findByUser("bob", 10)).hasSize(1);
		assertThat(fixture.store.findByUser("ann", 10)).isEmpty();
	}

	@Test
	void notesAreKept() {
		StoreFixture fixture = new StoreFixture();
		RecordedConversation conversation = RecordedConversation.find(fixture.session());
		conversation.note("table", "seven");
		fixture.settle();
		assertThat(fixture.stored().notes()).containsOnlyKeys("table").containsValue("seven");
		conversation.note("table", null);
		fixture.settle();
		assertThat(fixture.stored().notes()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> conversation.note("table", "x".repeat(1001)));
	}

	@Test
	void itemThatIsTooLongIsLeftOutAndTold() {
		StoreFixture fixture = new StoreFixture();
		fixture.receive(StoreTalk.user("u1", null, "x".repeat(ConversationScribe.MAX_LENGTH)),
				StoreTalk.user("u2", "u1", "Short"));
		fixture.settle();
		fixture.executor.runAll();
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly("u2");
		assertThat(fixture.events).singleElement()
			.isInstanceOfSatisfying(ItemNotStored.class, (event) -> assertThat(event.itemId()).isEqualTo("u1"));
	}

	@Test
	void sessionThatNeverOpenedLeavesNothing() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		fixture.session().close();
		fixture.script().end();
		fixture.executor.runAll();
		int writes = fixture.store.writes().size();
		fixture.session().renew();
		fixture.session().close();
		fixture.executor.runAll();
		assertThat(fixture.store.writes()).hasSize(writes);
		assertThat(fixture.script().pendingTimers()).isZero();
	}

	private static void turn(StoreFixture fixture) {
		fixture.receive(StoreTalk.user("u1", null, "Hello"), StoreTalk.created("r1"),
				StoreTalk.assistant("a1", "u1", "in_progress"), StoreTalk.said("r1", "a1", "Good morning"),
				StoreTalk.done("r1", "a1", "Good morning", 30));
	}

}
