package io.realtime4j.benchmarks.load;

import io.realtime4j.benchmarks.load.report.Report;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the load programs of pages and phones alive: each runs with a few of them. What
 * they measure then is not looked at.
 */
class BridgeProgramsTests {

	@Test
	void callsGoThroughEveryRelay() {
		Report report = LoadPrograms.run("calls", "--quick", "--calls=3", "--seconds=1", "--warmup=0.3", "--turn=0.5",
				"--reports");
		assertThat(report.render()).contains("| Realtime4J, bridge |", "| Realtime4J, relay mode |",
				"| bare Spring relay |", "| KiB for each call, Realtime4J, bridge | at most 200 |");
	}

	@Test
	void phonesSpeakAndAreSpokenTo() {
		Report report = LoadPrograms.run("phones", "--quick", "--calls=3", "--seconds=1", "--warmup=0.3", "--turn=0.5");
		assertThat(report.render()).contains("| frames of 3 callers lost | at most 0 |",
				"| frames of the service to 3 callers lost | at most 0 |");
	}

	@Test
	void turnsLastInConversationsOfEveryLength() {
		Report report = LoadPrograms.run("turns", "--quick", "--lengths=5,20", "--warmup-turns=5", "--rounds=1");
		assertThat(report.render()).contains("| µs a turn | 5 | 20 |", "| nobody watches |", "| a page watches |",
				"| times the cost after 5 turns, after 20, a page watches | at most 1.50 |");
	}

	@Test
	void aVisitorBehavesInEveryWay() {
		Report report = LoadPrograms.run("visitor", "--quick", "--seconds=0.1", "--warmup=0.1", "--neighbours=2");
		assertThat(report.render()).contains("| texts of 16 kB, one a second |", "| keys, 20 a second |",
				"| 50 refused events a second |", "| % of the heap for one visitor | at most 25 |",
				"| others that lost their connection | at most 0 |");
	}

}
