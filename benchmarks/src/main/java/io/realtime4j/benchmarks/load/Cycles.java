package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.client.CyclesClient;
import io.realtime4j.benchmarks.load.client.IdleClient;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;

/**
 * Load program that measures the memory left by sessions that were opened and closed, and
 * the threads that live while sessions are idle.
 */
final class Cycles implements LoadProgram {

	private static final double MIB = 1024 * 1024;

	/**
	 * Code that is compiled and classes that are loaded later than in the warm-up.
	 */
	private static final double HEAP_NOISE_MIB = 2;

	private static final double NOISE = 2;

	private static final List<String> JVM_OPTIONS = List.of("-Xmx1g");

	@Override
	public Set<String> options() {
		return Set.of("cycles", "sessions", "settle");
	}

	@Override
	public Report run(Options options) {
		int cycles = options.number("cycles", 10_000);
		int sessions = options.number("sessions", 1000);
		Resources.requireFiles(sessions);
		Path java = options.javas().get(0);
		Run run = Run.of(java, JVM_OPTIONS, CyclesClient.class, "session", options);
		Run.require(run.server().get("accepted") >= cycles, "Only " + run.server().get("accepted") + " sessions came");
		Figures left = run.client();
		Figures idle = Run
			.of(java, JVM_OPTIONS, IdleClient.class, "session",
					options.with("contestant", Contestant.REALTIME4J).with("sessions", sessions).with("threads", true))
			.client();
		Report report = new Report("What " + cycles + " sessions leave behind");
		report.bound("MiB of heap more than before", Comparison.AT_MOST, HEAP_NOISE_MIB,
				(left.get("heapAfter") - left.get("heapBefore")) / MIB);
		report.bound("threads more than before", Comparison.AT_MOST, NOISE,
				more(left, "threadsAfter", "threadsBefore"));
		report.bound("open files more than before", Comparison.AT_MOST, NOISE, more(left, "filesAfter", "filesBefore"));
		report.bound("threads more with " + sessions + " idle sessions", Comparison.AT_MOST, NOISE,
				more(idle, "threads", "threadsBefore"));
		report.table("", "before", "after");
		report.row("MiB of heap", left.get("heapBefore") / MIB, left.get("heapAfter") / MIB);
		report.row("threads", left.get("threadsBefore"), left.get("threadsAfter"));
		report.row("open files", left.get("filesBefore"), left.get("filesAfter"));
		return report.row("threads, " + sessions + " idle sessions", idle.get("threadsBefore"), idle.get("threads"));
	}

	private static double more(Figures figures, String after, String before) {
		return figures.get(after) - figures.get(before);
	}

}
