package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.ColdClient;
import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;

/**
 * How long a fresh JVM takes to its first event.
 */
final class Cold implements LoadProgram {

	private static final double LIMIT = 160;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final List<Contestant> CONTESTANTS = List.of(Contestant.REALTIME4J, Contestant.OFFICIAL,
			Contestant.SPRING);

	@Override
	public Set<String> options() {
		return Set.of("rounds", "pause");
	}

	@Override
	public Report run(Options options) {
		int rounds = options.number("rounds", 7);
		Path java = options.javas().get(0);
		Map<Contestant, List<Figures>> found = new EnumMap<>(Contestant.class);
		for (int round = 0; round < rounds; round++) {
			for (Contestant contestant : CONTESTANTS) {
				Options workload = options.with("contestant", contestant);
				found.computeIfAbsent(contestant, (key) -> new ArrayList<>())
					.add(Run.of(java, List.of(), ColdClient.class, "session", workload).client());
			}
		}
		Report report = new Report("First event in a fresh JVM, " + rounds + " JVMs each");
		report.bound("ms from the first use in a started application", Comparison.AT_MOST, LIMIT,
				median(found.getOrDefault(Contestant.REALTIME4J, List.of()), "use"));
		report.table("ms to the first event, medians", "from the first use", "from the start of `main`");
		found.forEach((contestant, figures) -> report.row(contestant.title(), median(figures, "use"),
				median(figures, "whole")));
		return report
			.note("`main` of Realtime4J starts a Spring Boot application; the others have none. It uses its client "
					+ "after the pause of `--pause`.");
	}

	private static double median(List<Figures> figures, String name) {
		return Statistics.median(figures.stream().map((found) -> found.get(name) / NANOS_PER_MILLI).toList());
	}

}
