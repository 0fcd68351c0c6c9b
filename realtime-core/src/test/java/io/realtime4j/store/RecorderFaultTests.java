package io.realtime4j.store;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationRecorder} with sessions, stores and names that are not as
 * they should be.
 */
class RecorderFaultTests {

	@Test
	void sessionThatCannotBeInterruptedEndsToo() {
		SessionInterceptor broken = new SessionInterceptor() {

			@Override
			public boolean onInterrupt(boolean responseAwaited) {
				throw new IllegalStateException("no sound");
			}

		};
		StoreFixture fixture = new StoreFixture(new FlakyStore(),
				(spec) -> spec.toBuilder().interceptor((session) -> broken).build());
		turn(fixture);
		fixture.settle();
		assertThat(new StoredConversations(fixture.store).takeOver(fixture.id())).isPresent();
		fixture.pass(Duration.ofSeconds(10));
		assertThat(fixture.session().state()).isEqualTo(SessionState.CLOSING);
		fixture.pass(Duration.ofMinutes(1));
		assertThat(fixture.types()).containsExactly("realtime4j.store.conversation_taken");
	}

	@Test
	void errorOfAStoreIsAFailureLikeOthers() {
		StoreFixture fixture = new StoreFixture();
		fixture.settle();
		fixture.store.meanwhile(() -> {
			throw new StackOverflowError();
		});
		turn(fixture);
		fixture.settle();
		fixture.store.meanwhile(() -> {
		});
		fixture.pass(WriteLoop.FIRST_RETRY);
		fixture.executor.runAll();
		assertThat(fixture.types()).containsExactly("realtime4j.store.failing", "realtime4j.store.recovered");
		assertThat(fixture.stored().items()).hasSize(2);
	}

	@Test
	void idsThatAreTooLongForAStoreAreStoredByShorterOnes() {
		StoreFixture fixture = new StoreFixture();
		String id = "x".repeat(StoredNames.MAX_ITEM + 1);
		fixture.receive(StoreTalk.user(id, null, "Hello"));
		fixture.settle();
		assertThat(fixture.store.items(fixture.id())).singleElement()
			.satisfies((record) -> assertThat(record.id()).hasSizeLessThanOrEqualTo(32));
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly(id);
		fixture.receive(StoreTalk.deleted(id));
		fixture.settle();
		assertThat(fixture.stored().items()).isEmpty();
	}

	@Test
	void usersWithLongNamesAreFoundAndNotMixedUp() {
		String ann = "a".repeat(StoredNames.MAX_USER) + "nn";
		StoreFixture fixture = new StoreFixture(new FlakyStore(), StoreOptions.ofUser(ann)::addTo);
		fixture.settle();
		StoredConversations conversations = new StoredConversations(fixture.store);
		String stored = fixture.stored().user();
		assertThat(stored).hasSizeLessThanOrEqualTo(StoredNames.MAX_USER);
		for (String other : List.of(stored, ann + "e", "a".repeat(StoredNames.MAX_USER))) {
			assertThat(conversations.findByUser(other, 10)).isEmpty();
			assertThat(conversations.deleteByUser(other)).isZero();
		}
		assertThat(conversations.findByUser(ann, 10)).hasSize(1);
		assertThat(conversations.deleteByUser(ann)).isOne();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void itemThatMemoryHasNoRoomForKeepsItsFacts(boolean written) {
		StoreFixture fixture = new StoreFixture(new FlakyStore(), RecorderFaultTests::small);
		fixture.receive(StoreTalk.created("r1"), StoreTalk.assistant("a1", null, "in_progress"),
				StoreTalk.audio("r1", "a1", Base64.getEncoder().encodeToString(new byte[96_000])),
				StoreTalk.said("r1", "a1", "One two three four"));
		fixture.session().send(ConversationItemTruncate.of("a1", 0, 1000));
		if (written) {
			fixture.settle();
		}
		fixture.receive(StoreTalk.user("u1", "a1", "Stop"), StoreTalk.user("u2", "u1", "Please"));
		fixture.settle();
		assertThat(fixture.session().conversation().items()).hasSize(2);
		assertThat(fixture.stored().items()).first().satisfies((item) -> {
			assertThat(item.item().toString()).contains("One two").doesNotContain("three");
			assertThat(item.wholeText()).isEqualTo("One two three four");
			assertThat(item.marks().interrupted()).isTrue();
		});
		assertThat(fixture.stored().items()).extracting(ItemSnapshot::id).containsExactly("a1", "u1", "u2");
	}

	@Test
	void itemsThatNobodyHasRoomForAreTold() {
		StoreFixture fixture = new StoreFixture(new FlakyStore(), RecorderFaultTests::small);
		for (int i = 0; i < SessionRecorder.MAX_LET_GO + 3; i++) {
			fixture.receive(StoreTalk.user("u" + i, (i > 0) ? "u" + (i - 1) : null, "Word"));
		}
		fixture.executor.runAll();
		assertThat(fixture.types()).containsExactly("realtime4j.store.item_not_stored");
		fixture.settle();
		assertThat(fixture.stored().items()).hasSize(SessionRecorder.MAX_LET_GO + 2);
	}

	private static SessionSpec small(SessionSpec spec) {
		return spec.toBuilder().history(new ConversationLimits(2, 1_000_000, false)).build();
	}

	private static void turn(StoreFixture fixture) {
		fixture.receive(StoreTalk.user("u1", null, "Hello"), StoreTalk.created("r1"),
				StoreTalk.assistant("a1", "u1", "in_progress"), StoreTalk.said("r1", "a1", "Good morning"),
				StoreTalk.done("r1", "a1", "Good morning", 30));
	}

}
