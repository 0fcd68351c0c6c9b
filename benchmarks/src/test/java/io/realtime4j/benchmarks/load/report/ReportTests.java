package io.realtime4j.benchmarks.load.report;

import java.util.List;

import io.realtime4j.benchmarks.load.report.Report.Comparison;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Report} and {@link Statistics}.
 */
class ReportTests {

	@Test
	void saysWhichBoundsAreMet() {
		Report report = new Report("Speed").bound("share", Comparison.AT_LEAST, 0.65, 0.7)
			.bound("heap", Comparison.AT_MOST, 64, 64.5);
		assertThat(report.render()).contains("### Speed", "- Machine: ", "- JDK: ",
				"| share | at least 0.65 | 0.70 | met |", "| heap | at most 64 | 64.50 | **not met** |");
		assertThat(report.isMet()).isFalse();
	}

	@Test
	void aBoundThatCannotBeComparedIsNotMet() {
		assertThat(new Report("Speed").bound("ratio", Comparison.AT_LEAST, 4, Double.NaN).isMet()).isFalse();
	}

	@Test
	void writesTablesWithThousandsApart() {
		Report report = new Report("Speed").table("frames/s", "median").row("ours", 123_456.7);
		assertThat(report.render()).contains("| frames/s | median |\n|---|---:|\n| ours | 123,457 |");
	}

	@Test
	void takesTheMedian() {
		assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
		assertThat(Statistics.median(List.of(1.0, 4.0, 2.0, 9.0))).isEqualTo(3);
	}

	@Test
	void takesPercentiles() {
		long[] sorted = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
		assertThat(Statistics.percentile(sorted, 0.5)).isEqualTo(5);
		assertThat(Statistics.percentile(sorted, 0.99)).isEqualTo(10);
		assertThat(Statistics.percentile(new long[] { 3 }, 0)).isEqualTo(3);
	}

}
