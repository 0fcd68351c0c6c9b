package io.realtime4j.benchmarks.load.soak;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.ModelTurn.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RollCall} and {@link Turn}.
 */
class RollCallTests {

	private static final Turn FIRST = new Turn(7, 1);

	private static final Turn SECOND = new Turn(7, 2);

	private static final Turn THIRD = new Turn(7, 3);

	@Test
	void findsNothingWrongWithAWholeConversation() {
		assertThat(call(asked(FIRST), answered(FIRST), asked(SECOND), answered(SECOND), asked(THIRD), answered(THIRD)))
			.isEqualTo(new RollCall(0, 0, 0, 0));
	}

	@Test
	void findsAMissingTurn() {
		assertThat(call(asked(FIRST), asked(THIRD))).isEqualTo(new RollCall(1, 0, 0, 0));
	}

	@Test
	void findsADoubledTurn() {
		assertThat(call(asked(FIRST), asked(SECOND), asked(SECOND), asked(THIRD))).isEqualTo(new RollCall(0, 1, 0, 0));
	}

	@Test
	void findsAMissingTurnBehindADoubledOne() {
		assertThat(call(asked(FIRST), asked(FIRST), asked(THIRD))).isEqualTo(new RollCall(1, 1, 0, 0));
	}

	@Test
	void findsTurnsInTheWrongOrder() {
		assertThat(call(asked(SECOND), asked(FIRST), asked(THIRD))).isEqualTo(new RollCall(0, 0, 1, 0));
	}

	@Test
	void findsADoubledAnswerAndForgivesOneThatWasCutShort() {
		String cut = FIRST.answer().substring(0, 20);
		assertThat(call(asked(FIRST), turn(Role.ASSISTANT, cut), answered(FIRST), answered(FIRST), asked(SECOND),
				asked(THIRD)))
			.isEqualTo(new RollCall(0, 0, 0, 1));
	}

	@Test
	void aRollCallNamesTheLastTurn() {
		assertThat(Turn.ofRollCall(Turn.rollCall(THIRD))).contains(THIRD);
		assertThat(Turn.of(Turn.rollCall(THIRD))).isEmpty();
		assertThat(Turn.ofRollCall(THIRD.question())).isEmpty();
	}

	private static RollCall call(ModelTurn... turns) {
		List<ModelTurn> all = Stream.concat(Stream.of(turns), Stream.of(turn(Role.USER, Turn.rollCall(THIRD))))
			.toList();
		return RollCall.of(THIRD, all);
	}

	private static ModelTurn asked(Turn turn) {
		return turn(Role.USER, turn.question());
	}

	private static ModelTurn answered(Turn turn) {
		return turn(Role.ASSISTANT, turn.answer());
	}

	private static ModelTurn turn(Role role, String text) {
		return new ModelTurn(role, text, "", Duration.ZERO);
	}

}
