package io.realtime4j.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.realtime4j.benchmarks.load.client.Contestant;
import io.realtime4j.benchmarks.load.client.IdleClient;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.Resources;
import io.realtime4j.benchmarks.load.process.SelfSigned;
import io.realtime4j.benchmarks.load.report.Report;
import io.realtime4j.benchmarks.load.report.Report.Comparison;

/**
 * Load program that measures the cost of idle sessions.
 */
final class Idle implements LoadProgram {

	private static final double KIB = 1024;

	private static final double LIMIT_PLAIN = 64;

	private static final double LIMIT_TLS = 128;

	private static final double LIMIT_MANY = 1024;

	private static final double NOISE = 1.05;

	private static final int LARGE_FRAME = 768 * 1024;

	private static final List<String> JVM_OPTIONS = List.of("-Xmx2g");

	private static final List<String> SMALL_JVM_OPTIONS = List.of("-Xmx1g");

	@Override
	public Set<String> options() {
		return Set.of("sessions", "many", "audio", "recovery");
	}

	@Override
	public Report run(Options options) {
		int sessions = options.number("sessions", 1000);
		int many = options.number("many", 10_000);
		Resources.requireFiles(many);
		Path java = options.javas().get(0);
		Options workload = options.with("sessions", sessions).with("audio", options.number("audio", LARGE_FRAME));
		Report report = new Report("Heap of idle sessions, " + sessions + " at a time");
		report.table("KiB of heap for each session", "plain TCP", "TLS");
		try {
			Path directory = Files.createTempDirectory("load");
			Options tls = workload.with("tls", SelfSigned.create(directory).file());
			Figures plain = measure(java, JVM_OPTIONS, Contestant.REALTIME4J, workload.with("large", true));
			double secured = perSession(measure(java, JVM_OPTIONS, Contestant.REALTIME4J, tls), sessions);
			report.row(Contestant.REALTIME4J.title(), perSession(plain, sessions), secured);
			report.row(Contestant.SPRING.title() + ", 8 Ki characters",
					perSession(measure(java, JVM_OPTIONS, Contestant.SPRING, workload), sessions),
					perSession(measure(java, JVM_OPTIONS, Contestant.SPRING, tls), sessions));
			report.bound("KiB, idle over plain TCP", Comparison.AT_MOST, LIMIT_PLAIN, perSession(plain, sessions));
			report.bound("KiB, idle over TLS", Comparison.AT_MOST, LIMIT_TLS, secured);
			addBurst(report, plain, sessions);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Figures crowd = measure(java, SMALL_JVM_OPTIONS, Contestant.REALTIME4J, workload.with("sessions", many));
		return report.bound("MiB of heap with " + many + " idle sessions", Comparison.AT_MOST, LIMIT_MANY,
				crowd.get("idle") / KIB / KIB);
	}

	private static void addBurst(Report report, Figures figures, int sessions) {
		double after = (figures.get("after") - figures.get("before")) / KIB / sessions;
		report.bound("KiB, at most a minute after a frame of 1 MiB", Comparison.AT_MOST,
				perSession(figures, sessions) * NOISE, after);
		report.note("Back after " + figures.get("millis") / 1000 + " s or less (a look takes a second or two).");
	}

	private static Figures measure(Path java, List<String> jvmOptions, Contestant contestant, Options options) {
		Run run = Run.of(java, jvmOptions, IdleClient.class, "push", options.with("contestant", contestant));
		long open = run.server().get("connections");
		int sessions = options.number("sessions", 0);
		Run.require(open == sessions, contestant.title() + " had " + open + " of " + sessions + " sessions open");
		return run.client();
	}

	private static double perSession(Figures figures, int sessions) {
		return (figures.get("idle") - figures.get("before")) / KIB / sessions;
	}

}
