package io.realtime4j.benchmarks.load.soak;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.simulator.model.ModelTurn;

/**
 * Items that a server holds of a conversation at its end.
 *
 * @param missing how many turns of the user it does not have
 * @param doubled how many it has once too often
 * @param disordered how many stand before an earlier one
 * @param answersDoubled how many answers it has once too often
 */
record RollCall(long missing, long doubled, long disordered, long answersDoubled) {

	static RollCall of(Turn last, List<ModelTurn> conversation) {
		List<Integer> asked = numbers(last, conversation, ModelTurn.Role.USER);
		List<Integer> answered = numbers(last, conversation, ModelTurn.Role.ASSISTANT);
		long present = asked.stream().distinct().count();
		long disordered = 0;
		for (int i = 1; i < asked.size(); i++) {
			disordered += (asked.get(i) < asked.get(i - 1)) ? 1 : 0;
		}
		return new RollCall(last.number() - present, asked.size() - present, disordered,
				answered.size() - answered.stream().distinct().count());
	}

	private static List<Integer> numbers(Turn last, List<ModelTurn> conversation, ModelTurn.Role role) {
		List<Integer> numbers = new ArrayList<>();
		for (ModelTurn turn : conversation) {
			if (turn.role() == role) {
				Turn.of(turn.text())
					.filter((named) -> named.conversation() == last.conversation())
					.ifPresent((named) -> numbers.add(named.number()));
			}
		}
		return numbers;
	}

}
