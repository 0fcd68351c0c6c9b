package io.realtime4j.benchmarks;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RatioReport}.
 */
class RatioReportTests {

	private static final Machine MACHINE = new Machine("A processor (avx2), 2 processor(s), Linux amd64");

	@Test
	void namesMachineJdkAndDate() {
		String report = render(run("DecodeBenchmark.decode", "REALTIME4J", "MIX", 100, 1000));
		assertThat(report).contains("- Machine: A processor (avx2), 2 processor(s), Linux amd64")
			.contains("- JDK: Some VM 25+36")
			.contains(
					"- Run: 2026-11-20, 1 round(s), 1 fork(s) in each round, 2 x 500 ms of warm-up, 3 x 300 ms measured");
	}

	@Test
	void takesTheMedianAndSaysWhichBoundsAreMet() {
		String report = render(run("DecodeBenchmark.decode", "REALTIME4J", "MIX", 100, 1000),
				run("DecodeBenchmark.decode", "OPENAI_JAVA", "MIX", 1600, 9000),
				run("DecodeBenchmark.decode", "DATABIND", "MIX", 250, 2000));
		assertThat(report).contains("| MIX | openai-java | times faster | at least 15.00 | 16.00 | met |")
			.contains("| MIX | Jackson databind | times faster | at least 3.00 | 2.50 | **not met** |")
			.contains("| MIX | Jackson databind | share of its allocation | at most 0.40 | 0.50 | **not met** |")
			.contains("| MIX | simple-openai | times faster | at least 3.00 |  | not measured |");
	}

	@Test
	void takesTheMedianOverAllRounds() {
		String report = render(run("DecodeBenchmark.decode", "REALTIME4J", "TEXT", 1, 100),
				run("DecodeBenchmark.decode", "REALTIME4J", "TEXT", 3, 300),
				run("DecodeBenchmark.decode", "REALTIME4J", "TEXT", 3, 300));
		assertThat(report).contains("3 round(s)").contains("| TEXT | 3.00 |");
	}

	@Test
	void comparesWithTheReferences() {
		String report = render(run("EncodeBenchmark.append", "REALTIME4J", null, 1.3, 10_000),
				run("EncodeBenchmark.base64", null, null, 1, 6_000));
		assertThat(report)
			.contains("| APPEND | `java.util.Base64` alone | share of its time | at most 1.40 | 1.30 | met |");
	}

	@Test
	void knowsTheSpeechThatTheReferenceDecodes() {
		String decoded = run("DecodeBenchmark.base64", null, "AUDIO_4800", 2, 5_000).replace("\"frame\"", "\"speech\"");
		String report = render(run("DecodeBenchmark.decode", "REALTIME4J", "AUDIO_4800", 5, 10_000), decoded);
		assertThat(report).contains(
				"| AUDIO_4800 | `java.util.Base64` alone | share of its time | at most 1.50 | 2.50 | **not met** |");
	}

	@Test
	void dividesTheMixByItsFrames() {
		String report = render(run("DecodeBenchmark.decode", "REALTIME4J", "MIX", 170, 340_000));
		assertThat(report).contains("| MIX | 2.00 |").contains("| MIX | 4.00 |");
	}

	@Test
	void refusesAnEmptyResult() {
		assertThatIllegalArgumentException().isThrownBy(() -> render());
	}

	private static String render(String... runs) {
		return RatioReport.render("[" + String.join(",", runs) + "]", MACHINE, LocalDate.of(2026, 11, 20));
	}

	private static String run(String benchmark, String contestant, String frame, double micros, double bytes) {
		String params = ((contestant != null) ? "\"contestant\": \"" + contestant + "\"" : "")
				+ ((contestant != null && frame != null) ? "," : "")
				+ ((frame != null) ? "\"frame\": \"" + frame + "\"" : "");
		return String.format(Locale.ROOT, """
				{"benchmark": "io.realtime4j.benchmarks.%s", "vmName": "Some VM", "vmVersion": "25+36", "forks": 1,
				"warmupIterations": 2, "warmupTime": "500 ms", "measurementIterations": 3, "measurementTime": "300 ms",
				"params": {%s}, "primaryMetric": {"rawData": [[%f, 0.001, 100000]]},
				"secondaryMetrics": {"gc.alloc.rate.norm": {"rawData": [[%f, 0.001, 1000000]]}}}
				""", benchmark, params, micros, bytes);
	}

}
