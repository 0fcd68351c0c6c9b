package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.live.event.server.SessionDelegationCreated;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.delegation.ResponsesSettings;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.tool.DelegatedTask;
import io.realtime4j.live.tool.DelegationFinished;
import io.realtime4j.live.tool.DelegationOutcome;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.live.tool.DelegationStarted;
import io.realtime4j.live.tool.LiveDelegations;
import io.realtime4j.model.Toggle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for work that the model of a live session delegates to the application,
 * {@link DelegationRunner}: what a handler is told, and what the model is.
 */
class LiveDelegationTests {

	private static final Duration SETTLE_TIME = Duration.ofMillis(400);

	private final DelegationFixture fixture = new DelegationFixture();

	@Test
	void answerIsSaidForTheDelegation() {
		LiveSession session = this.fixture.opened(this.fixture.keeping((task) -> "Table seven is free."));
		this.fixture.asks("Is table seven free?", "d1");
		this.fixture.expectAnswer("d1", "Table seven is free.");
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
		DelegatedTask task = this.fixture.tasks.get(0);
		assertThat(task.session()).isSameAs(session);
		assertThat(task.id()).isEqualTo("d1");
		assertThat(task.isOver()).isTrue();
		assertThat(task).hasToString("DelegatedTask[id=d1, session=" + session.id() + ", over=true]");
	}

	@Test
	void taskIsWhatWasSpokenUpToTheDelegation() {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.connection()
			.receive(DelegationFixture.words("output", "Hello.", 0, 400),
					DelegationFixture.words("input", "Is table seven free?", 2500, 4000),
					DelegationFixture.words("input", "Or eight?", 9000, 9500), DelegationFixture.delegated("d1", 3900));
		assertThat(this.fixture.tasks.get(0).text()).isEqualTo("Assistant: Hello.\nUser: Is table seven free?");
		assertThat(this.fixture.tasks.get(0).turns()).hasSize(2);
	}

	@Test
	void handlerWaitsForWordsThatAreTranscribedLate() {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.connection()
			.receive(DelegationFixture.words("input", "Is table", 500, 1000), DelegationFixture.delegated("d1", 1900));
		this.fixture.advance(SETTLE_TIME.minusMillis(1));
		this.fixture.connection().receive(DelegationFixture.words("input", " seven", 1000, 1400));
		this.fixture.advance(SETTLE_TIME.minusMillis(1));
		this.fixture.connection().expectNothingMore();
		this.fixture.connection().receive(DelegationFixture.words("input", " free?", 1400, 1900));
		this.fixture.expectAnswer("d1", "Yes.");
		assertThat(this.fixture.tasks.get(0).text()).isEqualTo("User: Is table seven free?");
	}

	@Test
	void handlerDoesNotWaitForWordsThatDoNotCome() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 1900));
		this.fixture.advance(SETTLE_TIME.minusMillis(1));
		this.fixture.connection().expectNothingMore();
		this.fixture.advance(Duration.ofMillis(1));
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void handlerDoesNotWaitForEver() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 60_000));
		for (int i = 0; i < 8; i++) {
			this.fixture.connection().expectNothingMore();
			this.fixture.advance(Duration.ofMillis(249));
			this.fixture.connection().receive(DelegationFixture.words("input", " and", i * 200L, i * 200L + 200));
		}
		this.fixture.connection().expectNothingMore();
		this.fixture.advance(Duration.ofMillis(8));
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void handlerThatShallNotWaitDoesNot() {
		this.fixture.opened((builder) -> builder.handler((task) -> "Yes.").settleTime(Duration.ZERO),
				LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.connection().receive(DelegationFixture.delegated("d1", 1900));
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void progressIsThoughtAndTheAnswerIsSaid() {
		this.fixture.opened((task) -> {
			task.think("Looking at the book.");
			task.say("One moment, please.");
			return "It is free.";
		});
		this.fixture.asks("Is table seven free?", "d1");
		JsonNode thinking = this.fixture.connection().expect("session.thinking.append");
		assertThat(thinking.get("content").asString()).isEqualTo("Looking at the book.");
		assertThat(thinking.get("delegation_id").asString()).isEqualTo("d1");
		this.fixture.expectAnswer("d1", "One moment, please.");
		this.fixture.expectAnswer("d1", "It is free.");
	}

	@Test
	void whatWasSaidBeforeMayBeTheAnswer() {
		this.fixture.opened((task) -> {
			task.say("It is free.");
			task.say(" ");
			return null;
		});
		this.fixture.asks("Is table seven free?", "d1");
		assertThat(this.fixture.outcomes()).isEmpty();
		this.fixture.expectAnswer("d1", "It is free.");
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
	}

	@Test
	void longAnswerIsSaidInPieces() {
		String sentence = "Table seven is free, and so are all the others. ";
		this.fixture.opened((task) -> sentence.repeat(30) + "That is all.");
		this.fixture.asks("Which tables are free?", "d1");
		this.fixture.expectAnswer("d1", "Table seven");
		this.fixture.expectAnswer("d1", "That is all.");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void delegationThatIsToldTwiceIsDoneOnce() {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.asks("Is table seven free?", "d1");
		this.fixture.asks("And eight?", "d1");
		assertThat(this.fixture.tasks).hasSize(1);
		this.fixture.asks("And eight?", "d2");
		assertThat(this.fixture.tasks).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"id":"d","target":"client"    | d
			"id":"d"                      | d
			"target":"client"             |
			""")
	void workWithoutTargetOrIdIsOfTheApplicationAsWell(String members, String id) {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.connection().receive(DelegationFixture.delegation(members, 0));
		this.fixture.expectAnswer(id, "Yes.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"id":"d","target":"responses","response_id":"r"
			"id":"d","target":"decisions"
			"id":"d","target":"new"
			"id":"d","response_id":"r"
			""")
	void workOfOthersIsLeftToThem(String members) {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.connection().receive(DelegationFixture.delegation(members, 0));
		assertThat(this.fixture.tasks).isEmpty();
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void workWithoutTargetIsOfThoseWhoTheSettingsName() {
		this.fixture.opened(this.fixture.keeping((task) -> "Yes."));
		this.fixture.connection()
			.receive("{\"type\":\"session.updated\",\"session\":{\"delegation\":{\"type\":\"responses\"}}}",
					DelegationFixture.delegation("\"id\":\"d\"", 0));
		assertThat(this.fixture.tasks).isEmpty();
	}

	@Test
	void attachedSessionAnswersTheDelegationsOfTheOtherOne() {
		this.fixture.opened((builder) -> builder.handler((task) -> "Yes."), LiveSpec.attachedTo("live_1").build());
		this.fixture.asks("Is table seven free?", "d1");
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void sessionHasTheHandlerThatItWasGiven() {
		LiveSpec.Builder spec = LiveSpec.builder(LiveSessionFixture.SETTINGS);
		this.fixture.opened((builder) -> builder.handler((task) -> "No."),
				DelegationRunner.equip(spec, (task) -> "Yes.").build());
		this.fixture.asks("Is table seven free?", "d1");
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void sessionWithHandlerSaysWhoDoesItsWork() {
		LiveSpec spec = DelegationRunner.equip(LiveSpec.builder(LiveSessionFixture.SETTINGS), (task) -> "").build();
		assertThat(spec.settings().delegation()).isEqualTo(Toggle.on(ClientDelegation.of()));
		LiveSettings own = LiveSessionFixture.SETTINGS.toBuilder()
			.delegation(new ClientDelegation(500L, Map.of()))
			.build();
		assertThat(DelegationRunner.equip(LiveSpec.builder(own), (task) -> "").build().settings()).isEqualTo(own);
		LiveSpec attached = DelegationRunner.equip(LiveSpec.attachedTo("live_1"), (task) -> "").build();
		assertThat(attached.settings().delegation()).isNull();
	}

	@Test
	void handlerIsRefusedWhereOthersDoTheWork() {
		LiveSettings settings = LiveSessionFixture.SETTINGS.toBuilder()
			.delegation(ResponsesDelegation.of(ResponsesSettings.builder().model("gpt-5").build()))
			.build();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> DelegationRunner.equip(LiveSpec.builder(settings), (task) -> ""))
			.withMessageContaining("'client'");
	}

	@Test
	void twoRunnersAnswerOnce() {
		DelegationRunner runner = this.fixture.runner((builder) -> builder.handler((task) -> "Yes."));
		this.fixture.client(runner, runner).open(LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.connection().accept().receive(LiveSessionFixture.started());
		this.fixture.connection().expect("session.start");
		this.fixture.asks("Is table seven free?", "d1");
		this.fixture.expectAnswer("d1", "Yes.");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void listenersHearOfEachDelegation() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.asks("Is table seven free?", "d1");
		assertThat(this.fixture.events).singleElement().isInstanceOf(DelegationStarted.class);
		this.fixture.expectAnswer("d1", "Yes.");
		assertThat(this.fixture.events).last()
			.isInstanceOfSatisfying(DelegationFinished.class,
					(finished) -> assertThat(finished.task().id()).isEqualTo("d1"));
		assertThat(this.fixture.events).extracting("type", "eventId")
			.containsExactly(tuple("realtime4j.delegation.started", null),
					tuple("realtime4j.delegation.finished", null));
	}

	@Test
	void runningWorkIsListed() {
		LiveSession session = this.fixture.opened((task) -> "Yes.");
		this.fixture.hold();
		this.fixture.asks("Is table seven free?", "d1");
		LiveDelegations delegations = LiveDelegations.of(session);
		assertThat(delegations.running()).extracting(DelegatedTask::id).containsExactly("d1");
		this.fixture.release();
		assertThat(delegations.running()).isEmpty();
		LiveSession other = this.fixture.client().create(LiveSpec.of(LiveSessionFixture.SETTINGS));
		assertThatIllegalStateException().isThrownBy(() -> LiveDelegations.of(other))
			.withMessageContaining("has no DelegationRunner");
	}

	@Test
	void applicationMayAnswerByItself() {
		LiveSession session = this.fixture.fixture.opened();
		List<LiveTurn> turns = new ArrayList<>();
		session.on(SessionDelegationCreated.class, (event) -> {
			turns.addAll(session.turnsUntil(event.offsetMs()));
			session.think("Looking.", event.delegation().id());
			session.say("Yes.", event.delegation().id());
		});
		this.fixture.asks("Is table seven free?", "d1");
		assertThat(this.fixture.connection().expect("session.thinking.append").get("delegation_id").asString())
			.isEqualTo("d1");
		this.fixture.expectAnswer("d1", "Yes.");
		assertThat(turns).extracting(LiveTurn::text).containsExactly("Is table seven free?");
		assertThat(session.turnsUntil(null)).hasSize(1);
		assertThat(session.turnsUntil(0L)).isEmpty();
	}

}
