package io.realtime4j.live.session;

import java.time.Duration;

import io.realtime4j.live.tool.DelegationOutcome;
import io.realtime4j.session.RealtimeErrorException;
import io.realtime4j.session.ScriptedConnection;
import io.realtime4j.session.SessionState;
import io.realtime4j.transport.ConnectionLost;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what becomes of answers to delegated work that the server refuses, or that
 * are lost with their connection.
 */
class DelegationDeliveryTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final DelegationFixture fixture = new DelegationFixture();

	@Test
	void workGoesOnWhileTheConnectionComesBackAndIsToldToTheNewSession() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.release();
		this.fixture.expectAnswer(null, "There is soup.");
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
	}

	@Test
	void answerIsNotToldBeforeItIsKnownWhoHearsIt() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.release();
		comeBack();
		this.fixture.expectAnswer(null, "There is soup.");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void sessionThatOpensAtTheSecondAttemptAnswers() {
		this.fixture.client(this.fixture.runner((builder) -> builder.handler((task) -> "There is soup.")))
			.open(LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "There is soup.");
	}

	@Test
	void progressWaitsForTheConnectionWithinALimit() {
		this.fixture.opened((task) -> {
			for (int i = 0; i < 1000; i++) {
				task.think("Step " + i);
				task.say("Step " + i);
			}
			return "There is soup.";
		});
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.release();
		ScriptedConnection next = comeBack();
		assertThat(next.types()).hasSizeBetween(100, 200).contains("session.thinking.append");
		assertThat(next.sent()).last(InstanceOfAssertFactories.STRING)
			.contains("There is soup.", "\"delegation_id\":null");
	}

	@Test
	void attachedSessionComesBackToTheOneThatHasDelegated() {
		this.fixture.opened((builder) -> builder.handler((task) -> "There is soup."),
				LiveSpec.attachedTo("live_1").build());
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.release();
		this.fixture.fixture.again();
		this.fixture.expectAnswer("d1", "There is soup.");
	}

	@Test
	void sessionThatDoesNotComeBackEndsItsWork() {
		LiveSession session = this.fixture.opened((task) -> "There is soup.");
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		this.fixture.release();
		assertThat(this.fixture.outcomes()).isEmpty();
		session.close();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.SessionEnded());
	}

	@Test
	void answerThatIsLostWithItsConnectionIsToldToTheNewSession() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().expect("session.commentary.append");
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.expectAnswer(null, "There is soup.");
	}

	@Test
	void wordsThatAreWaitedForDoNotComeAfterTheConnectionIsLost() {
		this.fixture.opened(this.fixture.keeping((task) -> "There is soup."));
		this.fixture.connection()
			.receive(DelegationFixture.words("input", "Is there", 500, 1000), DelegationFixture.delegated("d1", 1900));
		this.fixture.hold();
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.release();
		this.fixture.expectAnswer(null, "There is soup.");
		assertThat(this.fixture.tasks.get(0).text()).isEqualTo("User: Is there");
	}

	@Test
	void sameIdOfAnotherServerSessionIsAnotherDelegation() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.expectAnswer("d1", "Yes.");
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.asks("Is there fish?", "d1");
		this.fixture.expectAnswer("d1", "Yes.");
	}

	@Test
	void answerThatIsRefusedForATimeIsTriedAgain() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.refuseAnswer("d1", "There is soup.");
		this.fixture.connection().expectNothingMore();
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.expectAnswer("d1", "There is soup.");
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
	}

	@Test
	void onlyPiecesThatWereRefusedAreTriedAgain() {
		this.fixture.opened((task) -> "There is soup, and much of it. ".repeat(40) + "That is all.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.refuseAnswer("d1", "There is soup");
		this.fixture.expectAnswer("d1", "That is all.");
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.expectAnswer("d1", "There is soup");
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void answerThatIsRefusedForEverIsReplacedByAFewWords() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.refuseAnswer("d1", "There is soup.");
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.refuseAnswer("d1", "There is soup.");
		this.fixture.advance(Duration.ofSeconds(2));
		this.fixture.refuseAnswer(null, "There is soup.");
		this.fixture.advance(Duration.ofSeconds(4));
		this.fixture.expectAnswer(null, "its result was lost on the way");
		assertThat(this.fixture.outcomes()).singleElement()
			.isInstanceOfSatisfying(DelegationOutcome.NotTold.class,
					(told) -> assertThat(told.cause()).isInstanceOf(RealtimeErrorException.class));
		this.fixture.advance(TIMEOUT);
		this.fixture.connection().expectNothingMore();
	}

	@Test
	void serverThatRefusesEverythingIsLeftInTheEnd() {
		LiveSession session = this.fixture.opened((task) -> "There is soup.");
		this.fixture.asks("Is there soup?", "d1");
		for (int i = 0; i < 6; i++) {
			assertThat(this.fixture.outcomes()).isEmpty();
			this.fixture.refuseAnswer((i < 2) ? "d1" : null, "");
			this.fixture.advance(Duration.ofSeconds(1L << i));
		}
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.outcomes()).singleElement().isInstanceOf(DelegationOutcome.NotTold.class);
		assertThat(session.state()).isEqualTo(SessionState.OPEN);
	}

	@Test
	void answerThatIsNotAcknowledgedIsNotSaidTwice() {
		this.fixture.opened((task) -> "There is soup.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().expect("session.commentary.append");
		this.fixture.advance(TIMEOUT);
		this.fixture.connection().expectNothingMore();
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.Answered(0));
	}

	@Test
	void workWhoseOnlyWordsWereLostIsAnswered() {
		this.fixture.opened((task) -> {
			task.say("There is soup.");
			return null;
		});
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.refuseAnswer("d1", "There is soup.");
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.refuseAnswer("d1", "There is soup.");
		this.fixture.advance(Duration.ofSeconds(2));
		this.fixture.refuseAnswer(null, "There is soup.");
		this.fixture.expectAnswer("d1", "its result was lost on the way");
		assertThat(this.fixture.outcomes()).singleElement().isInstanceOf(DelegationOutcome.NotTold.class);
	}

	@Test
	void answerAfterTheEndOfTheSessionIsDropped() {
		this.fixture.opened((task) -> "Yes.");
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.refuseAnswer("d1", "Yes.");
		this.fixture.connection().receive(LiveSessionFixture.closed("remote_hangup"));
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.outcomes()).containsExactly(new DelegationOutcome.SessionEnded());
	}

	@Test
	void workIsNotCutOffBySilenceThoughItsConnectionWasLost() {
		Duration silence = Duration.ofSeconds(30);
		this.fixture.opened((builder) -> builder.handler((task) -> "Yes."),
				LiveSpec.builder(LiveSessionFixture.SETTINGS).hangUpAfter(silence).build());
		this.fixture.hold();
		this.fixture.asks("Is there soup?", "d1");
		this.fixture.connection().end(new ConnectionLost("reset"));
		comeBack();
		this.fixture.advance(silence.multipliedBy(2));
		this.fixture.connection().expectNothingMore();
		this.fixture.release();
		this.fixture.expectAnswer(null, "Yes.");
		this.fixture.advance(silence.multipliedBy(2));
		this.fixture.connection().expect("session.close");
	}

	private ScriptedConnection comeBack() {
		ScriptedConnection next = this.fixture.fixture.again();
		next.receive(LiveSessionFixture.started());
		next.expect("session.start");
		return next;
	}

}
