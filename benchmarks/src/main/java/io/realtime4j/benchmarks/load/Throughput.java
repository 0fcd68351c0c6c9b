package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.client.ThroughputClient;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;

/**
 * How many audio deltas one session takes from a server that is faster. Each contestant
 * runs in a JVM of its own, all of them in turn.
 */
final class Throughput implements LoadProgram {

	private static final double LIMIT_OFFICIAL = 8;

	private static final double LIMIT_SPRING = 0.97;

	private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g");

	@Override
	public Set<String> options() {
		return Set.of("frames", "audio", "warmups", "rounds");
	}

	@Override
	public Report run(Options options) {
		int frames = options.number("frames", 20_000);
		int rounds = options.number("rounds", 5);
		Report report = new Report("Throughput of one session, " + frames + " audio deltas of "
				+ options.number("audio", 4800) + " B, " + rounds + " rounds in turn");
		Path java = options.javas().get(0);
		Map<Contestant, List<Double>> rates = new EnumMap<>(Contestant.class);
		for (int round = 0; round < rounds; round++) {
			for (Contestant contestant : Contestant.values()) {
				double nanos = measure(java, contestant, options.with("frames", frames));
				rates.computeIfAbsent(contestant, (key) -> new ArrayList<>()).add(frames * 1e9 / nanos);
			}
		}
		return describe(report, rates);
	}

	private static long measure(Path java, Contestant contestant, Options options) {
		Run run = Run.of(java, JVM_OPTIONS, ThroughputClient.class, "push", options.with("contestant", contestant));
		long received = run.client().get("received");
		long pushed = run.server().get("pushed");
		Run.require(received == pushed, contestant.title() + " received " + received + " of " + pushed + " frames");
		return run.client().get("nanos");
	}

	private static Report describe(Report report, Map<Contestant, List<Double>> rates) {
		double ours = median(rates, Contestant.REALTIME4J);
		report.bound("times the frames of " + Contestant.OFFICIAL.title(), Comparison.AT_LEAST, LIMIT_OFFICIAL,
				ours / median(rates, Contestant.OFFICIAL));
		report.bound("share of the frames of " + Contestant.SPRING.title(), Comparison.AT_LEAST, LIMIT_SPRING,
				ours / median(rates, Contestant.SPRING));
		report.table("frames/s", "median", "lowest", "highest");
		rates.forEach((contestant, values) -> report.row(contestant.title(), Statistics.median(values),
				values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
				values.stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
		return report;
	}

	private static double median(Map<Contestant, List<Double>> rates, Contestant contestant) {
		return Statistics.median(rates.getOrDefault(contestant, List.of(Double.NaN)));
	}

}
