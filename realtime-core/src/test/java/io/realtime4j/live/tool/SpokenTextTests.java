package io.realtime4j.live.tool;

import java.util.List;
import java.util.stream.IntStream;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.session.LiveTurn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpokenText}.
 */
class SpokenTextTests {

	@Test
	void eachTurnIsALine() {
		assertThat(SpokenText.of(List.of(turn(LiveRole.USER, "Is table seven free?"), turn(LiveRole.ASSISTANT, "Yes."),
				turn(LiveRole.DEVELOPER, "Be brief."))))
			.isEqualTo("User: Is table seven free?\nAssistant: Yes.\ndeveloper: Be brief.");
		assertThat(SpokenText.of(List.of())).isEmpty();
	}

	@Test
	void newestTurnsAreKept() {
		List<LiveTurn> turns = IntStream.range(0, 1000)
			.mapToObj((i) -> turn(LiveRole.USER, "a".repeat(92) + i))
			.toList();
		assertThat(SpokenText.of(turns)).endsWith("a999").hasSizeBetween(15_000, 16_000).startsWith("User: a");
		assertThat(SpokenText.of(List.of(turn(LiveRole.USER, "a".repeat(20_000))))).hasSizeGreaterThan(20_000);
	}

	private static LiveTurn turn(LiveRole role, String text) {
		return new LiveTurn("turn_1", role, text, 0, 1);
	}

}
