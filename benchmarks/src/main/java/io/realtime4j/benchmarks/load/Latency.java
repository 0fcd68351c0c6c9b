package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.client.LatencyClient;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;

/**
 * How long an audio delta takes from the server to the listener, in many sessions at a
 * steady pace. On JDK 21 and newer also with virtual threads.
 */
final class Latency implements LoadProgram {

	private static final double LIMIT_P50 = 0.8;

	private static final double LIMIT_P99 = 1.4;

	private static final double NANOS_PER_MICRO = 1e3;

	private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

	/**
	 * 50 ms of PCM, which is what one frame of twenty in a second holds.
	 */
	private static final int AUDIO = 2400;

	private static final double SHARE_OF_FRAMES = 0.97;

	/**
	 * The heap is touched before the run, since the system hands out memory in the first
	 * minutes of one that is not, which is then measured in place of the program.
	 */
	private static final List<String> JVM_OPTIONS = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

	@Override
	public Set<String> options() {
		return Set.of("sessions", "seconds", "warmup", "rounds");
	}

	@Override
	public Report run(Options options) {
		int sessions = options.number("sessions", 1000);
		Resources.requireFiles(sessions);
		Report report = new Report("From the server to the listener, " + sessions + " sessions at 20 frames a second");
		report.table("µs", "p50", "p99", "p99.9", "frames");
		Options workload = options.with("sessions", sessions).with("audio", AUDIO);
		for (Path java : options.javas()) {
			compare(report, java, workload);
		}
		return report;
	}

	private static void compare(Report report, Path java, Options options) {
		List<Figures> spring = new ArrayList<>();
		List<Figures> ours = new ArrayList<>();
		List<Figures> virtual = new ArrayList<>();
		for (int round = 0; round < options.number("rounds", 1); round++) {
			spring.add(measure(report, java, Contestant.SPRING, options));
			ours.add(measure(report, java, Contestant.REALTIME4J, options));
			if (spring.get(0).get("jdk") >= FIRST_WITH_VIRTUAL_THREADS) {
				virtual.add(measure(report, java, Contestant.REALTIME4J, options.with("virtual", true)));
			}
		}
		bound(report, ours, spring, "");
		if (!virtual.isEmpty()) {
			bound(report, virtual, spring, ", virtual threads");
		}
	}

	private static void bound(Report report, List<Figures> ours, List<Figures> spring, String how) {
		String where = " of bare Spring, JDK " + ours.get(0).get("jdk") + how;
		report.bound("times the p50" + where, Comparison.AT_MOST, LIMIT_P50,
				median(ours, "p50") / median(spring, "p50"));
		report.bound("times the p99" + where, Comparison.AT_MOST, LIMIT_P99,
				median(ours, "p99") / median(spring, "p99"));
	}

	private static double median(List<Figures> figures, String name) {
		return Statistics.median(figures.stream().map((found) -> (double) found.get(name)).toList());
	}

	private static Figures measure(Report report, Path java, Contestant contestant, Options options) {
		Figures found = Run.of(java, JVM_OPTIONS, LatencyClient.class, "pace", options.with("contestant", contestant))
			.client();
		long frames = found.get("frames");
		Run.require(frames >= SHARE_OF_FRAMES * found.get("expected"),
				contestant.title() + " received " + frames + " of " + found.get("expected") + " frames");
		report.row(
				contestant.title() + ", JDK " + found.get("jdk")
						+ ((options.flag("virtual")) ? ", virtual threads" : ""),
				found.get("p50") / NANOS_PER_MICRO, found.get("p99") / NANOS_PER_MICRO,
				found.get("p999") / NANOS_PER_MICRO, frames);
		return found;
	}

}
