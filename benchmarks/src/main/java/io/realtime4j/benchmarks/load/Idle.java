package io.realtime4j.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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

	private static final double LIMIT_PLAIN = 12;

	private static final double LIMIT_TLS = 20;

	private static final double LIMIT_WHOLE_PLAIN = 24;

	private static final double LIMIT_WHOLE_TLS = 40;

	private static final double LIMIT_MANY = 160;

	private static final long MILLIS_PER_SECOND = 1000;

	private static final double NOISE = 1.05;

	private static final int LARGE_FRAME = 768 * 1024;

	private static final List<Contestant> CONTESTANTS = List.of(Contestant.REALTIME4J, Contestant.REALTIME4J_SPRING,
			Contestant.SPRING);

	// All of the heap is resident from the start
	private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch");

	private static final List<String> LARGE_JVM_OPTIONS = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

	@Override
	public Set<String> options() {
		return Set.of("sessions", "many", "audio", "recovery", "contestants");
	}

	@Override
	public Report run(Options options) {
		int sessions = options.number("sessions", 1000);
		int many = options.number("many", 10_000);
		Resources.requireFiles(many);
		Options workload = options.with("audio", options.number("audio", LARGE_FRAME));
		Options tls = workload.with("tls", certificate());
		Report report = new Report("Idle sessions, " + sessions + " and " + many + " at a time");
		report.table("KiB for each session", "plain TCP, heap", "with what is outside of it", "TLS, heap",
				"with what is outside of it");
		for (Contestant contestant : contestants(options)) {
			compare(report, contestant, workload.with("sessions", sessions), tls.with("sessions", sessions));
		}
		crowd(report, workload.with("sessions", many), tls.with("sessions", many));
		return report.note("The text buffer of bare Spring has 8 Ki characters.");
	}

	private static List<Contestant> contestants(Options options) {
		String names = options.text("contestants", "");
		return (names.isEmpty()) ? CONTESTANTS
				: Stream.of(names.toUpperCase(Locale.ROOT).split(",")).map(Contestant::valueOf).toList();
	}

	private static void compare(Report report, Contestant contestant, Options options, Options tls) {
		boolean ours = contestant == Contestant.REALTIME4J;
		Cost plain = measure((ours) ? LARGE_JVM_OPTIONS : JVM_OPTIONS, contestant, options.with("large", ours));
		Cost secured = measure(JVM_OPTIONS, contestant, tls);
		row(report, contestant, plain, secured);
		if (ours) {
			report.bound("KiB of heap, idle over plain TCP", Comparison.AT_MOST, LIMIT_PLAIN, plain.heap());
			report.bound("KiB of heap, idle over TLS", Comparison.AT_MOST, LIMIT_TLS, secured.heap());
			Figures figures = plain.figures();
			report.bound("KiB, " + figures.get("millis") / MILLIS_PER_SECOND + " s after a frame of 1 MiB",
					Comparison.AT_MOST, plain.heap() * NOISE,
					(figures.get("after") - figures.get("before")) / KIB / plain.sessions());
		}
	}

	private static void crowd(Report report, Options options, Options tls) {
		Cost plain = measure(JVM_OPTIONS, Contestant.REALTIME4J, options);
		Cost secured = measure(JVM_OPTIONS, Contestant.REALTIME4J, tls);
		row(report, Contestant.REALTIME4J, plain, secured);
		String many = " of " + plain.sessions() + " idle sessions";
		report.bound("KiB for each" + many + ", plain TCP", Comparison.AT_MOST, LIMIT_WHOLE_PLAIN, plain.whole());
		report.bound("KiB for each" + many + ", TLS", Comparison.AT_MOST, LIMIT_WHOLE_TLS, secured.whole());
		report.bound("MiB of heap" + many, Comparison.AT_MOST, LIMIT_MANY, plain.figures().get("idle") / KIB / KIB);
	}

	private static Path certificate() {
		try {
			return SelfSigned.create(Files.createTempDirectory("load")).file();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void row(Report report, Contestant contestant, Cost plain, Cost secured) {
		report.row(contestant.title() + ", " + plain.sessions(), plain.heap(), plain.whole(), secured.heap(),
				secured.whole());
	}

	private static Cost measure(List<String> jvmOptions, Contestant contestant, Options options) {
		Run run = Run.of(options.javas().get(0), jvmOptions, IdleClient.class, "push",
				options.with("contestant", contestant));
		long open = run.server().get("connections");
		int sessions = options.number("sessions", 0);
		Run.require(open == sessions, contestant.title() + " had " + open + " of " + sessions + " sessions open");
		return new Cost(sessions, run.client());
	}

	/**
	 * Cost of idle sessions.
	 *
	 * @param sessions how many there were
	 * @param figures what was found with them
	 */
	private record Cost(int sessions, Figures figures) {

		double heap() {
			return (this.figures.get("idle") - this.figures.get("before")) / KIB / this.sessions;
		}

		double whole() {
			return heap() + this.figures.get("outside") / KIB / this.sessions;
		}

	}

}
