package io.realtime4j.benchmarks.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.client.OpenClient;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;
import io.realtime4j.benchmarks.load.report.Statistics;

/**
 * How long it takes to open many sessions at once, until their settings are acknowledged.
 * Bare Spring only shakes hands.
 */
final class Open implements LoadProgram {

	private static final double LIMIT = 1.3;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g");

	@Override
	public Set<String> options() {
		return Set.of("sessions", "rounds", "warmups");
	}

	@Override
	public Report run(Options options) {
		int sessions = options.number("sessions", 1000);
		int rounds = options.number("rounds", 5);
		Resources.requireFiles(sessions);
		List<Double> ours = new ArrayList<>();
		List<Double> spring = new ArrayList<>();
		for (int i = 0; i < rounds; i++) {
			ours.add(measure(Contestant.REALTIME4J, options.with("sessions", sessions)));
			spring.add(measure(Contestant.SPRING, options.with("sessions", sessions)));
		}
		Report report = new Report("Opening " + sessions + " sessions at once, " + rounds + " rounds in turn");
		report.bound("times the time of bare Spring's handshakes", Comparison.AT_MOST, LIMIT,
				Statistics.median(ours) / Statistics.median(spring));
		report.table("ms", "median");
		report.row(Contestant.REALTIME4J.title() + ", until the settings are acknowledged", Statistics.median(ours));
		return report.row(Contestant.SPRING.title() + ", until the handshake is done", Statistics.median(spring));
	}

	private static double measure(Contestant contestant, Options options) {
		Path java = options.javas().get(0);
		Run run = Run.of(java, JVM_OPTIONS, OpenClient.class, "session", options.with("contestant", contestant));
		long open = run.server().get("connections");
		Run.require(open == options.number("sessions", 0), contestant.title() + " had only " + open + " sessions open");
		return run.client().get("nanos") / NANOS_PER_MILLI;
	}

}
