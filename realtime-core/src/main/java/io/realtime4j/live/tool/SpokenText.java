package io.realtime4j.live.tool;

import java.util.List;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveTurn;

/**
 * Turns as a text.
 */
final class SpokenText {

	private static final int MAX_LENGTH = 16_000;

	private SpokenText() {
	}

	static String of(List<LiveTurn> turns) {
		StringBuilder text = new StringBuilder();
		for (int i = turns.size() - 1; i >= 0; i--) {
			String line = line(turns.get(i));
			if (!text.isEmpty() && text.length() + line.length() >= MAX_LENGTH) {
				break;
			}
			text.insert(0, text.isEmpty() ? line : line + "\n");
		}
		return text.toString();
	}

	private static String line(LiveTurn turn) {
		return speaker(turn.role()) + ": " + turn.text();
	}

	private static String speaker(LiveRole role) {
		if (LiveRole.USER.equals(role)) {
			return "User";
		}
		return LiveRole.ASSISTANT.equals(role) ? "Assistant" : role.value();
	}

}
