package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;

/**
 * Load program that measures what calls of a carrier cost an application, and whether it
 * loses anything of them. The carrier speaks as Twilio does.
 */
final class Phones implements LoadProgram {

	private static final double NANOS_PER_MILLI = 1e6;

	private static final int SOCKETS_OF_A_CALL = 2;

	@Override
	public Set<String> options() {
		return Set.of("calls", "seconds", "warmup", "turn", "jvm");
	}

	@Override
	public Report run(Options options) {
		Report report = new Report("Phone calls: 50 frames a second of 160 B each way");
		for (Path java : options.javas()) {
			report.table("calls at once, " + java, "CPU, ms a second of call", "memory, KiB a call",
					"to the caller, ms, p50", "p99", "max", "to the service, ms, p50", "p99", "max", "frames lost",
					"silence instead");
			Stream.of(options.text("calls", "100").split(",")).map(Integer::valueOf).forEach((calls) -> {
				Resources.requireFiles(calls * SOCKETS_OF_A_CALL);
				add(report, calls, new PhoneRun(options, calls).measure(java));
			});
		}
		return report;
	}

	private static void add(Report report, int calls, PhoneCost cost) {
		Figures toCaller = cost.lines();
		Figures toService = cost.service();
		report.row(String.valueOf(calls), cost.cpu(), cost.memory(), millis(toCaller, "p50"), millis(toCaller, "p99"),
				millis(toCaller, "max"), millis(toService, "p50"), millis(toService, "p99"), millis(toService, "max"),
				cost.lostOfCallers() + cost.lostOfService(), cost.silence());
		report.bound("frames of " + calls + " callers lost", Comparison.AT_MOST, 0, cost.lostOfCallers());
		report.bound("frames of the service to " + calls + " callers lost", Comparison.AT_MOST, 0,
				cost.lostOfService());
	}

	private static double millis(Figures figures, String name) {
		return figures.get(name) / NANOS_PER_MILLI;
	}

}
