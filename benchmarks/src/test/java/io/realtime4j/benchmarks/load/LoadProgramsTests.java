package io.realtime4j.benchmarks.load;

import io.realtime4j.benchmarks.load.report.Report;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Keeps the load programs alive: each runs with a few frames and sessions. What they
 * measure then is not looked at.
 */
class LoadProgramsTests {

	@Test
	void throughputHearsEveryFrameOfEveryContestant() {
		Report report = LoadPrograms.run("throughput", "--quick", "--frames=120", "--rounds=1", "--warmups=1");
		assertThat(report.render()).contains("| Realtime4J |", "| openai-java |", "| bare Spring |",
				"| bare Spring + databind |");
	}

	@Test
	void latencyComparesWithBareSpring() {
		Report report = LoadPrograms.run("latency", "--quick", "--sessions=5", "--seconds=1", "--warmup=0.1");
		assertThat(report.render()).contains("times the p99 of bare Spring, JDK", "| Realtime4J, JDK",
				"| bare Spring, JDK");
	}

	@Test
	void idleOpensPlainAndSecuredSessions() {
		Report report = LoadPrograms.run("idle", "--quick", "--contestants=realtime4j", "--sessions=5", "--many=20",
				"--audio=30000", "--recovery=0");
		assertThat(report.render()).contains("KiB of heap, idle over plain TCP",
				"KiB for each of 20 idle sessions, TLS", "MiB of heap of 20 idle sessions | at most 160 |",
				"| Realtime4J, 5 |", "| Realtime4J, 20 |");
	}

	@Test
	void openOpensAllSessions() {
		Report report = LoadPrograms.run("open", "--quick", "--sessions=10", "--rounds=1", "--warmups=1");
		assertThat(report.render()).contains("| Realtime4J, until the settings are acknowledged |",
				"| bare Spring, until the handshake is done |");
	}

	@Test
	void coldStartsAllContestants() {
		Report report = LoadPrograms.run("cold", "--quick", "--rounds=1");
		assertThat(report.render()).contains("| Realtime4J |", "| openai-java |", "| bare Spring |");
	}

	@Test
	void cyclesLooksAtHeapThreadsAndFiles() {
		Report report = LoadPrograms.run("cycles", "--quick", "--cycles=50", "--sessions=5", "--settle=0");
		assertThat(report.render()).contains("| MiB of heap |", "| threads |", "| open files |",
				"| threads, 5 idle sessions |");
	}

	@Test
	void handshakePushFindsNoCorruptedText() {
		Report report = LoadPrograms.run("handshake-push", "--quick", "--connections=50");
		assertThat(report.isMet()).isTrue();
		assertThat(report.render()).contains("| connections with corrupted text | at most 0 | 0 | met |");
	}

	@Test
	void soakLosesNoTurnWhereNothingFails() {
		Report report = LoadPrograms.run("soak", "--quick", "--minutes=0.03", "--sessions=2", "--turns=2",
				"--faults=false", "--word-pause=0.001");
		assertThat(report.render()).contains(
				"| turns of the user missing on the server at the end | at most 0 | 0 | met |",
				"| turns of the user twice on the server at the end | at most 0 | 0 | met |",
				"| turns without an answer that the client heard | at most 0 | 0 | met |",
				"| answers that the client heard twice | at most 0 | 0 | met |",
				"| conversations that did not end as they should | at most 0 | 0 | met |");
	}

	@Test
	void anUnknownProgramIsRefusedWithTheNamesOfAll() {
		assertThatIllegalArgumentException().isThrownBy(() -> LoadPrograms.run("speed"))
			.withMessageContaining("throughput");
	}

	@Test
	void anUnknownOptionIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> LoadPrograms.run("cold", "--round=1"))
			.withMessageContaining("--round");
	}

}
