package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.realtime4j.conversation.ConversationChange;
import io.realtime4j.conversation.ConversationEntry;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.live.model.LiveRole;
import io.realtime4j.session.ConversationChanged;
import io.realtime4j.session.SessionResumed;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveTurns}.
 */
class LiveTurnsTests {

	private static final LivePast NOTHING = LivePast.of(null);

	private final LiveHistory history = new LiveHistory(NOTHING, ConversationLimits.defaults(), (event) -> {
	});

	private final LiveTurns turns = new LiveTurns(NOTHING, this.history, ConversationLimits.defaults());

	private void user(String delta, long start, long end) {
		this.turns.hear(LiveRole.USER, delta, start, end);
	}

	private void assistant(String delta, long start, long end) {
		this.turns.hear(LiveRole.ASSISTANT, delta, start, end);
	}

	private List<String> said() {
		return this.turns.ended().stream().map((turn) -> turn.role().value() + ": " + turn.text()).toList();
	}

	private List<MessageEntry> messages() {
		return this.history.conversation().entries().stream().map(MessageEntry.class::cast).toList();
	}

	@Test
	void piecesOfOneSideMakeOneTurn() {
		user("Hello", 0, 300);
		user(", are you", 300, 700);
		user(" there?", 1100, 1500);
		this.turns.endAll();
		assertThat(this.turns.ended())
			.containsExactly(new LiveTurn("turn_1", LiveRole.USER, "Hello, are you there?", 0, 1500));
	}

	@Test
	void userTurnEndsAfter800MillisecondsOfOutputWithoutWords() {
		user("Hello", 0, 300);
		this.turns.pass(1000, null);
		assertThat(said()).isEmpty();
		this.turns.pass(100, null);
		assertThat(said()).containsExactly("user: Hello");
	}

	@Test
	void wordsThatAreTranscribedLateKeepTheTurnOpen() {
		this.turns.pass(1000, null);
		user("Hello", 0, 300);
		this.turns.pass(700, null);
		user(" there", 300, 600);
		this.turns.pass(700, null);
		assertThat(said()).isEmpty();
		this.turns.pass(100, null);
		assertThat(said()).containsExactly("user: Hello there");
	}

	@Test
	void assistantMayPauseForLessThanTwoSeconds() {
		assistant("One moment.", 0, 800);
		this.turns.pass(2700, null);
		assistant(" Here it is.", 2700, 3400);
		this.turns.endAll();
		assertThat(said()).containsExactly("assistant: One moment. Here it is.");
	}

	@Test
	void assistantTurnEndsAfterTwoSecondsWithoutWords() {
		assistant("One moment.", 0, 800);
		assistant("Here it is.", 2800, 3400);
		assertThat(said()).containsExactly("assistant: One moment.");
	}

	@Test
	void shortWordInBetweenDoesNotEndTheTurn() {
		assistant("The room is", 0, 3000);
		user("I see", 2900, 3300);
		assistant(" on the first floor.", 3600, 5000);
		this.turns.endAll();
		assertThat(said()).containsExactly("assistant: The room is on the first floor.", "user: I see");
	}

	@Test
	void longWordInBetweenTakesTheTurn() {
		assistant("The room is", 0, 3000);
		user("No, I want another one", 2900, 4400);
		assistant("Which one?", 4600, 5000);
		this.turns.endAll();
		assertThat(said()).containsExactly("assistant: The room is", "user: No, I want another one",
				"assistant: Which one?");
	}

	@Test
	void shortAnswerIsTurn() {
		assistant("Is that right?", 0, 1000);
		user("Yes", 1600, 1900);
		assistant("Good.", 2200, 2500);
		this.turns.endAll();
		assertThat(said()).containsExactly("assistant: Is that right?", "user: Yes", "assistant: Good.");
	}

	@Test
	void shortWordsOneAfterTheOtherAreNotInBetween() {
		assistant("The room is", 0, 3000);
		user("I", 200, 300);
		this.turns.endAll();
		assistant("The room is", 1000, 3000);
		user("see now", 2000, 3500);
		assistant("Well.", 3700, 4000);
		this.turns.endAll();
		assertThat(said()).contains("user: see now", "assistant: Well.");
	}

	@Test
	void turnThatIsTranscribedLateStandsWhereItBegan() {
		assistant("Good.", 2000, 2500);
		user("Thanks", 1000, 1400);
		this.turns.endAll();
		assertThat(said()).containsExactly("user: Thanks", "assistant: Good.");
	}

	@Test
	void blanksBeginNoTurn() {
		user(" ", 0, 100);
		this.turns.endAll();
		assertThat(said()).isEmpty();
		assertThat(messages()).isEmpty();
	}

	@Test
	void piecesWithoutTimesJoinWhatIsBeingSaid() {
		this.turns.hear(LiveRole.USER, "Hello", null, null);
		this.turns.hear(LiveRole.USER, " there", null, null);
		this.turns.endAll();
		assertThat(said()).containsExactly("user: Hello there");
	}

	@Test
	void timesGoOnWhenTheServerBeginsAnew() {
		user("Hello", 0, 300);
		this.turns.pass(1000, null);
		this.turns.begin();
		user("Again", 100, 300);
		this.turns.endAll();
		assertThat(this.turns.ended()).extracting(LiveTurn::startMs).containsExactly(0L, 1100L);
	}

	@Test
	void turnIsMessageOfTheHistory() {
		user("Hel", 0, 100);
		user("lo", 100, 300);
		assertThat(messages()).singleElement().satisfies((message) -> {
			assertThat(message.text()).isEqualTo("Hello");
			assertThat(message.settled()).isFalse();
		});
		assistant("Hi.", 1200, 1500);
		this.turns.endAll();
		assertThat(messages()).extracting(MessageEntry::text).containsExactly("Hello", "Hi.");
		assertThat(messages()).allSatisfy((message) -> {
			assertThat(message.settled()).isTrue();
			assertThat(message.heardText()).isEqualTo(message.text());
		});
	}

	@Test
	void onlyTheNewestTurnsAreKept() {
		for (int i = 0; i <= LiveTurns.MAX_TURNS; i++) {
			user("Hello", i * 1000L, i * 1000L + 100);
			this.turns.endAll();
		}
		assertThat(this.turns.ended()).hasSize(LiveTurns.MAX_TURNS);
		assertThat(this.turns.ended().get(0).startMs()).isEqualTo(1000);
	}

	@Test
	void wordsUpToMomentAreThoseThatHadBegun() {
		user("Book a room", 0, 1000);
		this.turns.pass(1900, null);
		assistant("One moment", 2500, 2800);
		assertThat(this.turns.until(2000L)).extracting(LiveTurn::text).containsExactly("Book a room");
		assertThat(this.turns.until(null)).extracting(LiveTurn::text).containsExactly("Book a room", "One moment");
	}

	@Test
	void messageThatTheUserWroteIsATurnOfItsOwn() {
		assistant("Good morning", 0, 700);
		this.turns.pass(1000, null);
		this.turns.write("A table for two");
		assistant("With pleasure", 1000, 1500);
		this.turns.endAll();
		assertThat(said()).containsExactly("assistant: Good morning", "user: A table for two",
				"assistant: With pleasure");
		assertThat(messages()).extracting(MessageEntry::text)
			.containsExactly("Good morning", "A table for two", "With pleasure");
	}

	@Test
	void newestTurnsAreHeldWithinTheLimits() {
		ConversationLimits limits = new ConversationLimits(5, 10_000, false);
		LiveTurns few = new LiveTurns(NOTHING, new LiveHistory(NOTHING, limits, (event) -> {
		}), limits);
		for (int i = 0; i < 20; i++) {
			few.write("message " + i);
		}
		assertThat(few.ended()).hasSize(5).last().extracting(LiveTurn::text).isEqualTo("message 19");
		few.write("x".repeat(4000));
		few.write("y".repeat(4000));
		assertThat(few.ended()).singleElement()
			.extracting(LiveTurn::text, InstanceOfAssertFactories.STRING)
			.startsWith("y");
		assertThat(few.heldSize()).isEqualTo(8000);
	}

	@Test
	void turnWithoutEndGoesOnAsAnother() {
		for (int i = 0; i < 3 * LiveTurns.MAX_LENGTH / 1000; i++) {
			user("x".repeat(1000), 0, 300);
		}
		assertThat(this.turns.ended()).hasSizeGreaterThan(0)
			.allSatisfy((turn) -> assertThat(turn.text()).hasSizeBetween(LiveTurns.MAX_LENGTH,
					LiveTurns.MAX_LENGTH + 1000));
	}

	@Test
	void changeOfTheStateTellsNothingOfATurnThatHasOnlyBegun() {
		LiveSessionFixture fixture = new LiveSessionFixture();
		List<ConversationChanged> changed = new ArrayList<>();
		LiveConversationWatch watch = new LiveConversationWatch((source, change) -> changed.add(change));
		LiveSession session = fixture.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS).listener(watch).build());
		fixture.connection().receive(LiveSessionFixture.transcript("output", "Good"));
		watch.onSessionEvent(session, new SessionResumed());
		assertThat(changed).isEmpty();
	}

	@Test
	void sessionTellsOfTurnsThatHaveEnded() {
		LiveSessionFixture fixture = new LiveSessionFixture();
		List<ConversationChanged> changed = new ArrayList<>();
		LiveSession session = fixture.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS)
			.listener(new LiveConversationWatch((source, change) -> changed.add(change)))
			.build());
		fixture.connection().receive(LiveSessionFixture.transcript("input", "Hello"));
		assertThat(changed).isEmpty();
		fixture.connection().receive(LiveSessionFixture.silence(Duration.ofSeconds(1)));
		assertThat(changed).singleElement()
			.extracting(ConversationChanged::changes)
			.asInstanceOf(InstanceOfAssertFactories.list(ConversationChange.class))
			.singleElement()
			.isInstanceOfSatisfying(ConversationChange.Added.class,
					(added) -> assertThat(added.entry().itemId()).isEqualTo("turn_1"));
		assertThat(session.turns()).extracting(LiveTurn::text).containsExactly("Hello");
		assertThat(session.conversation().entries()).extracting(ConversationEntry::itemId).containsExactly("turn_1");
	}

	@Test
	void endOfTheSessionEndsWhatIsBeingSaid() {
		LiveSessionFixture fixture = new LiveSessionFixture();
		List<ConversationChanged> changed = new ArrayList<>();
		LiveSession session = fixture.opened(LiveSpec.builder(LiveSessionFixture.SETTINGS)
			.listener(new LiveConversationWatch((source, change) -> changed.add(change)))
			.build());
		fixture.connection().receive(LiveSessionFixture.transcript("output", "Goodbye"));
		fixture.connection().receive(LiveSessionFixture.closed("remote_hangup"));
		assertThat(session.turns()).extracting(LiveTurn::text).containsExactly("Goodbye");
		assertThat(changed.get(changed.size() - 1).conversation().entries()).hasSize(1);
	}

}
